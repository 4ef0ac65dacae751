import asyncio

log = []


async def write(lock, name):
    async with lock:
        log.append(name)
        await asyncio.sleep(2)
    print(name, "done")


async def main():
    lock = asyncio.Lock()
    await asyncio.gather(*(write(lock, name) for name in "abc"))


asyncio.run(main())
