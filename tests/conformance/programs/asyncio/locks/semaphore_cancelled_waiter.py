import asyncio

async def worker(name, sem):
    try:
        async with sem:
            print(name, "in", asyncio.get_running_loop().time())
            await asyncio.sleep(2)
    except asyncio.CancelledError:
        print(name, "cancelled")

async def main():
    sem = asyncio.Semaphore(1)
    ts = [asyncio.create_task(worker(n, sem)) for n in "abcd"]
    await asyncio.sleep(1)
    ts[1].cancel()
    await asyncio.sleep(1)
    ts[2].cancel()
    await asyncio.gather(*ts)
    print(sem, asyncio.get_running_loop().time())

asyncio.run(main())
