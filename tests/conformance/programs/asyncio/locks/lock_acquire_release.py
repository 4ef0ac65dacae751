import asyncio

async def main():
    lock = asyncio.Lock()
    print(await lock.acquire(), lock.locked(), lock)
    lock.release()
    print(lock.locked())
    try:
        lock.release()
    except RuntimeError as e:
        print(e)
    try:
        async with lock:
            raise ValueError("inside")
    except ValueError:
        print("released after error:", not lock.locked())
    async with lock as x:
        print(x)

asyncio.run(main())
