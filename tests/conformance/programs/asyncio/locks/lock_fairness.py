import asyncio

async def worker(n, lock):
    for i in range(2):
        async with lock:
            print(n, i)
            await asyncio.sleep(0)

async def greedy(lock):
    for i in range(3):
        await lock.acquire()
        print("greedy", i)
        lock.release()

async def main():
    lock = asyncio.Lock()
    await asyncio.gather(worker("a", lock), worker("b", lock), greedy(lock))

asyncio.run(main())
