import asyncio
import time


def compute(seconds):
    end = time.perf_counter() + seconds
    while time.perf_counter() < end:
        pass


async def hog():
    print("🐗 computes")
    compute(1.0)  # no await in here
    print("🐗 done")


async def sleeper(name, seconds):
    print(f"😴 {name} sleeps")
    await asyncio.sleep(seconds)
    print(f"⏰ {name} wakes")


async def main():
    cat = asyncio.create_task(sleeper("🐱 cat", 0.5), name="cat")
    dog = asyncio.create_task(sleeper("🐶 dog", 1.0), name="dog")
    hog_task = asyncio.create_task(hog(), name="hog")
    await asyncio.gather(hog_task, cat, dog)


asyncio.run(main())
