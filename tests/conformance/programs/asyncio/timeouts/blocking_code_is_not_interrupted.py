import asyncio
import time

async def main():
    loop = asyncio.get_running_loop()
    async with asyncio.timeout(1) as t:
        time.sleep(3)
    print("no timeout without an await", t.expired(), loop.time())
    try:
        async with asyncio.timeout(1) as t:
            time.sleep(3)
            await asyncio.sleep(0)
            print("one pass")
            await asyncio.sleep(0)
            print("never?")
    except TimeoutError:
        print("at the await", loop.time())

asyncio.run(main())
