import asyncio

async def worker(name, cleanup):
    try:
        await asyncio.sleep(10)
    finally:
        print(name, "cleaning")
        await asyncio.sleep(cleanup)
        print(name, "clean at", asyncio.get_running_loop().time())

async def main():
    ts = [asyncio.create_task(worker(n, c)) for n, c in (("a", 2), ("b", 1))]
    await asyncio.sleep(1)
    for t in ts:
        t.cancel()
    print(await asyncio.gather(*ts, return_exceptions=True))

asyncio.run(main())
