import asyncio
import time


async def hog():
    end = time.monotonic() + 1
    while time.monotonic() < end:
        pass


async def main():
    await asyncio.gather(asyncio.sleep(0.5), hog())


asyncio.run(main())
