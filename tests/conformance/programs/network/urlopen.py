import asyncio
import urllib.request
from urllib.request import urlopen

def fetch(url):
    with urlopen(url) as response:
        return response.status, response.read().decode()

async def main():
    loop = asyncio.get_running_loop()
    print(fetch("https://example.com/a"), loop.time())
    print(await asyncio.gather(*(loop.run_in_executor(None, fetch, f"https://example.com/{i}") for i in range(2))), loop.time())
    print(urllib.request.urlopen(urllib.request.Request("https://example.com/r", method="HEAD")).getcode())

asyncio.run(main())
