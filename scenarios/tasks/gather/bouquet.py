import asyncio
import time


async def cut(flower, seconds):
    await asyncio.sleep(seconds)
    print(f"✂️ {flower} cut")
    return flower


async def main():
    start = time.perf_counter()
    bouquet = await asyncio.gather(
        cut("rose", 2),
        cut("tulip", 1),
        cut("lily", 3),
    )
    print("💐", bouquet)
    print(f"⏱️ {time.perf_counter() - start:.1f} s")


asyncio.run(main())
