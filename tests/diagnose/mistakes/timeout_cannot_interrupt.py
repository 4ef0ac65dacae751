import asyncio
import time


async def main():
    try:
        async with asyncio.timeout(1):
            time.sleep(3)
            await asyncio.sleep(0)
    except TimeoutError:
        print("too late")


asyncio.run(main())
