# A thread that sleeps for 0 s ends before the timers of that instant.
import asyncio
import time


def blocking(seconds):
    time.sleep(seconds)
    return seconds


async def holds_the_loop():
    loop = asyncio.get_running_loop()
    loop.call_later(0, lambda: print("timer", loop.time()))
    loop.call_soon(lambda: print("soon", loop.time()))
    time.sleep(2)


async def main(seconds):
    task = asyncio.create_task(holds_the_loop())
    print(await asyncio.to_thread(blocking, seconds), asyncio.get_running_loop().time())
    await task
    await asyncio.sleep(1)


for seconds in 0, 1, 2:
    asyncio.run(main(seconds))
