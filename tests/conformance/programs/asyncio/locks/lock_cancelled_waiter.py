import asyncio

async def worker(name, lock):
    try:
        async with lock:
            print(name, "has it")
            await asyncio.sleep(1)
    except asyncio.CancelledError:
        print(name, "cancelled")
        raise

async def main():
    lock = asyncio.Lock()
    a, b, c = (asyncio.create_task(worker(n, lock)) for n in "abc")
    await asyncio.sleep(0.5)
    print(lock)
    b.cancel()
    await asyncio.sleep(0)
    print(lock)
    await asyncio.wait([a, b, c])
    print(lock, asyncio.get_running_loop().time())

asyncio.run(main())
