import asyncio

async def main():
    try:
        asyncio.Semaphore(-1)
    except ValueError as e:
        print(e)
    sem = asyncio.Semaphore(0)
    t = asyncio.create_task(sem.acquire())
    await asyncio.sleep(1)
    print(t.done(), sem.locked(), sem)
    sem.release()
    print(sem)
    await asyncio.sleep(0)
    print(t.done(), sem)
    print(asyncio.Semaphore())

asyncio.run(main())
