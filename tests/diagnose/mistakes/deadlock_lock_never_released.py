import asyncio


async def careless(lock):
    await lock.acquire()
    print("got it")


async def main():
    lock = asyncio.Lock()
    await careless(lock)
    await asyncio.create_task(careless(lock))


asyncio.run(main())
