# Requests that wait side by side hold nobody; what blocks runs in a thread.
import asyncio

import aiohttp
import requests


async def fetch(session, url):
    async with session.get(url) as response:
        return await response.text()


async def main():
    async with aiohttp.ClientSession() as session:
        print(await asyncio.gather(*(fetch(session, f"https://shop.example/{n}") for n in range(3))))
    print(await asyncio.to_thread(requests.get, "https://shop.example/old"))
    slow = asyncio.create_task(asyncio.to_thread(requests.get, "https://shop.example/slow"))
    await asyncio.sleep(1)
    print((await slow).status_code)


asyncio.run(main())
