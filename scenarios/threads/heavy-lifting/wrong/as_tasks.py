import asyncio
import time


def count_stars(part):
    until = time.perf_counter() + 1.0
    while time.perf_counter() < until:
        pass  # a second of hard work
    return part * 1000


async def heartbeat():
    for _ in range(4):
        print("💓")
        await asyncio.sleep(0.5)


async def count(part):
    return count_stars(part)


async def survey():
    return sum(await asyncio.gather(count(1), count(2), count(3)))


async def main():
    beating = asyncio.create_task(heartbeat(), name="heart")
    print("✨ stars:", await survey())
    await beating


asyncio.run(main())
