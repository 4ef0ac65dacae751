import asyncio
import requests

async def main():
    loop = asyncio.get_running_loop()
    rs = await asyncio.gather(*(asyncio.to_thread(requests.get, f"https://example.com/{i}") for i in range(3)))
    print([r.text for r in rs], loop.time())

asyncio.run(main())
