"""A polite crawler: a queue of pages, a few workers, a semaphore per host, a report."""
import asyncio
import time
from collections import Counter

import aiohttp


def host_of(url):
    return url.split("/")[2]


def urljoin(page, link):
    return link if "://" in link else f"https://{host_of(page)}{link}"


SITE = {
    "https://shop.example/": ["/about", "/items", "https://blog.example/"],
    "https://shop.example/about": ["/", "/team"],
    "https://shop.example/team": ["/about"],
    "https://shop.example/items": ["/items/1", "/items/2", "/items/3"],
    "https://shop.example/items/1": ["/items"],
    "https://shop.example/items/2": ["/items", "/broken"],
    "https://blog.example/": ["/first", "https://shop.example/"],
    "https://blog.example/first": [],
}


class Crawler:
    def __init__(self, start, workers=3, per_host=2, limit=20):
        self.queue = asyncio.Queue()
        self.seen = {start}
        self.queue.put_nowait((0, start))
        self.workers = workers
        self.per_host = per_host
        self.limit = limit
        self.hosts = {}
        self.results = []
        self.errors = []

    def host_gate(self, url):
        host = host_of(url)
        if host not in self.hosts:
            self.hosts[host] = asyncio.Semaphore(self.per_host)
        return self.hosts[host]

    async def fetch(self, session, url):
        async with self.host_gate(url):
            async with session.get(url) as response:
                body = await response.text()
                if url not in SITE:
                    raise LookupError(f"404 for {url}")
                return response.status, len(body)

    async def worker(self, name, session):
        while True:
            depth, url = await self.queue.get()
            try:
                status, size = await self.fetch(session, url)
                self.results.append((url, depth, status, time.monotonic()))
                print(f"{time.monotonic():5.1f} {name} {status} {'  ' * depth}{url} ({size} characters)")
                for link in SITE[url]:
                    self.add(depth + 1, urljoin(url, link))
            except LookupError as error:
                self.errors.append(str(error))
                print(f"{time.monotonic():5.1f} {name} !! {error}")
            finally:
                self.queue.task_done()

    def add(self, depth, url):
        if url not in self.seen and len(self.seen) < self.limit:
            self.seen.add(url)
            self.queue.put_nowait((depth, url))

    async def run(self):
        async with aiohttp.ClientSession() as session:
            workers = [asyncio.create_task(self.worker(f"w{i}", session)) for i in range(self.workers)]
            await self.queue.join()
            for w in workers:
                w.cancel()
            await asyncio.gather(*workers, return_exceptions=True)


async def main():
    for workers in (1, 3):
        start = time.monotonic()
        crawler = Crawler("https://shop.example/", workers=workers)
        await crawler.run()
        depths = Counter(depth for _, depth, _, _ in crawler.results)
        print(f"{workers} worker(s): {len(crawler.results)} pages, {len(crawler.errors)} errors,",
              f"by depth {dict(sorted(depths.items()))}, {time.monotonic() - start:.1f} s")


asyncio.run(main())
