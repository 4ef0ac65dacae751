import asyncio

async def main():
    sem = asyncio.BoundedSemaphore(2)
    await sem.acquire()
    sem.release()
    try:
        sem.release()
    except ValueError as e:
        print(e)
    async with sem, sem:
        print(sem, sem.locked())
    print(sem)

asyncio.run(main())
