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


async def visit(url, places, pages):
    for attempt in range(3):
        try:
            async with places, asyncio.timeout(2):
                pages[url] = await fetch(url)
            break
        except (TimeoutError, ConnectionError):
            pass


async def crawl(urls):
    places, pages = asyncio.Semaphore(3), {}
    await asyncio.gather(*[visit(url, places, pages) for url in urls])
    for url in urls:
        print("📈", url)
    return pages


async def main():
    pages = await crawl(URLS)
    print("📚", *sorted(pages))


asyncio.run(main())
