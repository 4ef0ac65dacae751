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


async def visit(url, places):
    for attempt in range(3):
        try:
            async with places:
                return url, await asyncio.wait_for(fetch(url), 2)
        except (TimeoutError, ConnectionError):
            continue
    return url, None


async def crawl(urls):
    places, pages = asyncio.Semaphore(3), {}
    visits = asyncio.as_completed([visit(url, places) for url in urls])
    for number, next_visit in enumerate(visits, 1):
        url, page = await next_visit
        print(f"📈 {number}: {url}")
        if page:
            pages[url] = page
    return pages


async def main():
    pages = await crawl(URLS)
    print("📚", *sorted(pages))


asyncio.run(main())
