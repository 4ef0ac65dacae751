import asyncio
import time


async def main():
    loop = asyncio.get_running_loop()
    start = loop.time()
    await asyncio.sleep(1.5)
    print(f"passed: {loop.time() - start:.1f} s")
    print("loop.time():", loop.time())
    print("time.time():", time.time())


asyncio.run(main())
