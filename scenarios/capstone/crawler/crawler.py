import asyncio

LIMIT = 2
TIMEOUT = 2
WEB = {"/": (1, ["/tea", "/cake", "/tar"]), "/tea": (1, ["/cup"]),
       "/cake": (1.5, ["/cup", "/"]), "/cup": (0.5, []), "/tar": (60, [])}


async def fetch(page, attempt):
    if page == "/cup" and attempt == 1:
        raise ConnectionError("no answer")
    seconds, links = WEB[page]
    await asyncio.sleep(seconds)
    return links


async def visit(page, places):
    for attempt in (1, 2, 3):
        try:
            async with places, asyncio.timeout(TIMEOUT):
                return await fetch(page, attempt)
        except (TimeoutError, ConnectionError) as error:
            print(f"⚠️ {page}, attempt {attempt}: {type(error).__name__}")
            await asyncio.sleep(0.5 * attempt)
    return []


async def crawl(page, seen, places, spiders):
    for link in await visit(page, places):
        if link not in seen:
            seen.add(link)
            new = crawl(link, seen, places, spiders)
            spiders.create_task(new, name=link)
    print(f"🕸️ {page} done, pages known: {len(seen)}")


async def main():
    seen, places = {"/"}, asyncio.Semaphore(LIMIT)
    async with asyncio.TaskGroup() as spiders:
        spiders.create_task(crawl("/", seen, places, spiders), name="/")
    print("🕷️ found:", *sorted(seen))


asyncio.run(main())
