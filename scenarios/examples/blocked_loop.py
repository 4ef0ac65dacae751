import asyncio
import time


async def heart():
    for _ in range(12):
        print("💓")
        await asyncio.sleep(0.5)


async def good_neighbour():
    await asyncio.sleep(1)
    print("😴 sleeps like this: await asyncio.sleep(1)")
    await asyncio.sleep(1)


async def bad_neighbour():
    await asyncio.sleep(2.2)
    print("🪨 sleeps like this: time.sleep(2)")
    time.sleep(2)
    print("🥱 what? was anything?")


async def main():
    await asyncio.gather(heart(), good_neighbour(), bad_neighbour())


asyncio.run(main())
