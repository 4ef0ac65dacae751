import asyncio
import time


async def hog():
    end = time.perf_counter() + 1.0
    while time.perf_counter() < end:
        pass
    print("🐗 done")


async def sleeper(seconds):
    print(f"😴 {seconds} s begin")
    await asyncio.sleep(seconds)
    print(f"⏰ {seconds} s are over")


async def main():
    await asyncio.gather(hog(), sleeper(0.5), sleeper(1.0))


asyncio.run(main())
