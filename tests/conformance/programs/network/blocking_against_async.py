import asyncio
import time
import aiohttp
import requests

URLS = ["https://a.example", "https://b.example", "https://c.example"]

def blocking():
    start = time.perf_counter()
    for url in URLS:
        requests.get(url)
    return time.perf_counter() - start

async def concurrent():
    start = time.perf_counter()
    async with aiohttp.ClientSession() as s:
        async def one(url):
            async with s.get(url) as r:
                return await r.text()
        results = await asyncio.gather(*map(one, URLS))
    return time.perf_counter() - start, len(results)

print(blocking(), asyncio.run(concurrent()))
