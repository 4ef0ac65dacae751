import asyncio
import time

async def main(n):
    loop = asyncio.get_running_loop()
    before = loop.time()
    await asyncio.sleep(n)
    return before, loop.time()

print(asyncio.run(main(1)))
print(asyncio.run(main(2)))
print(time.monotonic())
