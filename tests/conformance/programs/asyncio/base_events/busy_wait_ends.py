import asyncio
import time

async def hog():
    end = time.monotonic() + 0.01
    n = 0
    while time.monotonic() < end:
        n += 1
    print("hog looked", n, "times")

async def sleeper():
    print("sleeper starts", round(asyncio.get_running_loop().time(), 6))
    await asyncio.sleep(0.5)
    print("sleeper ends", round(asyncio.get_running_loop().time(), 6))

async def main():
    await asyncio.gather(hog(), sleeper())

asyncio.run(main())
