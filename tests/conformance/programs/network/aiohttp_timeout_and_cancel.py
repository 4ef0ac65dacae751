import asyncio
import aiohttp

async def main():
    async with aiohttp.ClientSession() as session:
        try:
            async with asyncio.timeout(1):
                async with session.get("https://slow.example.com") as r:
                    print("never", r.status)
        except TimeoutError:
            print("too slow", asyncio.get_running_loop().time())
        t = asyncio.create_task(asyncio.wait_for(session.get("https://x.example"), 5))
        await asyncio.sleep(0.5)
        t.cancel()
        print(await asyncio.gather(t, return_exceptions=True), asyncio.get_running_loop().time())

asyncio.run(main())
