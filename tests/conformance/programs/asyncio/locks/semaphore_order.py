import asyncio

async def worker(name, sem, delay):
    await asyncio.sleep(delay)
    await sem.acquire()
    print(name, asyncio.get_running_loop().time())

async def main():
    sem = asyncio.Semaphore(1)
    ts = [asyncio.create_task(worker(n, sem, d)) for n, d in (("a", 0), ("b", 2), ("c", 1))]
    await asyncio.sleep(3)
    sem.release()
    print("late comer tries at once")
    u = asyncio.create_task(worker("d", sem, 0))
    await asyncio.sleep(1)
    sem.release()
    sem.release()
    await asyncio.gather(*ts, u)

asyncio.run(main())
