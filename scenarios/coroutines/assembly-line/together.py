import asyncio
import time

PAINT = 2
ENGINE = 3


async def work(robot, seconds):
    print(f"🤖 {robot} begins")
    await asyncio.sleep(seconds)
    print(f"✅ {robot} done")
    return robot


async def main():
    start = time.perf_counter()
    parts = await asyncio.gather(
        work("engine", ENGINE),
        work("paint", PAINT),
    )
    took = time.perf_counter() - start
    print(parts)
    print(f"🚗 {took:.1f} s, saved {PAINT + ENGINE - took:.1f} s")


asyncio.run(main())
