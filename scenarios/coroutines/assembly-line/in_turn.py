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
    paint = await work("paint", PAINT)
    engine = await work("engine", ENGINE)
    print([paint, engine])
    print(f"🚗 {time.perf_counter() - start:.1f} s")


asyncio.run(main())
