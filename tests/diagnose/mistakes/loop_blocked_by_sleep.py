import asyncio
import time


async def rude():
    time.sleep(3)


async def clock():
    await asyncio.sleep(1)
    print("one o'clock")


async def main():
    await asyncio.gather(clock(), rude())


asyncio.run(main())
