import asyncio

async def worker(name, lock):
    async with lock:
        print(name, "in")

async def main():
    lock = asyncio.Lock()
    await lock.acquire()
    b = asyncio.create_task(worker("b", lock))
    c = asyncio.create_task(worker("c", lock))
    await asyncio.sleep(0)
    lock.release()
    b.cancel()
    await asyncio.wait([b, c])
    print(b.cancelled(), c.done(), lock)

asyncio.run(main())
