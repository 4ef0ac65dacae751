import asyncio
import time

async def main():
    loop = asyncio.get_running_loop()
    print(loop.time(), time.monotonic(), time.perf_counter(), time.time())
    await asyncio.sleep(1.5)
    print(loop.time(), time.monotonic(), time.perf_counter(), time.time())
    time.sleep(0.25)
    print(loop.time(), type(loop.time()))

asyncio.run(main())
