import asyncio

URLS = ["/tea", "/cake", "/flaky", "/tar", "/cup", "/pot"]
SECONDS = {"/tea": 1, "/cake": 1.5, "/flaky": 0.5, "/tar": 60}
tries = {url: 0 for url in URLS}


async def fetch(url):
    tries[url] += 1
    await asyncio.sleep(SECONDS.get(url, 1))
    if url == "/flaky" and tries[url] < 3:
        raise ConnectionError(f"{url} is down")
    return f"page {url}"


async def worker(line, pages, done):
    while not line.empty():
        url = line.get_nowait()
        for attempt in (1, 2, 3):
            try:
                pages[url] = await asyncio.wait_for(fetch(url), 2)
                break
            except (TimeoutError, ConnectionError) as error:
                print(f"⚠️ {url}, attempt {attempt}: {error!r}")
                await asyncio.sleep(0.1)
        done.append(url)
        print(f"📈 {len(done)}/{len(URLS)}")


async def crawl(urls):
    line = asyncio.Queue()
    for url in urls:
        line.put_nowait(url)
    pages, done = {}, []
    await asyncio.gather(*[worker(line, pages, done) for _ in range(3)])
    return pages


async def main():
    pages = await crawl(URLS)
    print("📚", *sorted(pages))


asyncio.run(main())
