import asyncio

async def worker(n, sem):
    async with sem:
        print(n, "in at", asyncio.get_running_loop().time(), sem.locked())
        await asyncio.sleep(1)

async def main():
    sem = asyncio.Semaphore(2)
    print(sem, sem.locked())
    await asyncio.gather(*(worker(n, sem) for n in range(5)))
    print(asyncio.get_running_loop().time(), sem)
    print(await sem.acquire(), sem)
    sem.release()
    sem.release()
    print(sem)

asyncio.run(main())
