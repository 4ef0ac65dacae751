import asyncio

async def worker(name, lock, hold):
    print(name, "wants it")
    async with lock:
        print(name, "has it at", asyncio.get_running_loop().time())
        await asyncio.sleep(hold)
    print(name, "released")

async def main():
    lock = asyncio.Lock()
    print(lock.locked())
    await asyncio.gather(worker("a", lock, 2), worker("b", lock, 1), worker("c", lock, 0))
    print(lock.locked())

asyncio.run(main())
