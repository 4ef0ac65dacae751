# A job that is cancelled while it waits for a worker of the pool is never run: nobody waits for it.
import asyncio
import concurrent.futures
import time


def work(delay, n):
    time.sleep(delay)
    return n


async def main():
    loop = asyncio.get_running_loop()
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        jobs = [loop.run_in_executor(pool, work, 1, i) for i in range(3)]
        jobs[2].cancel()
        print(await asyncio.gather(*jobs, return_exceptions=True), loop.time())
    print(loop.time())


asyncio.run(main())
