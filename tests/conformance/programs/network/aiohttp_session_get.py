import asyncio
import aiohttp

async def fetch(session, url):
    async with session.get(url) as response:
        print(url, response.status, asyncio.get_running_loop().time())
        return await response.text()

async def main():
    async with aiohttp.ClientSession() as session:
        print(await fetch(session, "https://example.com/a"))
        print(await asyncio.gather(*(fetch(session, f"https://example.com/{i}") for i in range(3))))
    print(asyncio.get_running_loop().time(), session.closed)

asyncio.run(main())
