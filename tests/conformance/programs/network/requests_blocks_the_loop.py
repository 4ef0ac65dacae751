import asyncio
import requests
import time

async def fetch(url):
    r = requests.get(url)
    print(url, r.status_code, asyncio.get_running_loop().time())
    return r.text

async def main():
    start = time.time()
    print(await asyncio.gather(*(fetch(f"https://example.com/{i}") for i in range(3))))
    print(f"{time.time() - start:.1f} s")

asyncio.run(main())
