import asyncio
import time


def slow():
    time.sleep(2)
    return 7


async def main():
    print(await asyncio.gather(asyncio.to_thread(slow), asyncio.to_thread(slow), asyncio.sleep(1, 3)))


time.sleep(1)
asyncio.run(main())
time.sleep(1)
