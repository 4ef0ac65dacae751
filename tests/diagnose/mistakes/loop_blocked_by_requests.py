import asyncio
import requests


async def fetch(n):
    requests.get(f"https://example.org/{n}")
    print("got", n)


async def main():
    await asyncio.gather(fetch(1), fetch(2))


asyncio.run(main())
