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


async def survey():
    return sum(await asyncio.gather(
        *[asyncio.to_thread(count_stars, part) for part in (1, 2, 3)]))


async def main():
    beating = asyncio.create_task(heartbeat(), name="heart")
    print("✨ stars:", await survey())
    await beating


asyncio.run(main())
