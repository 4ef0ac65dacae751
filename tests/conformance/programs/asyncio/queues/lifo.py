import asyncio

async def main():
    q = asyncio.LifoQueue(maxsize=3)
    for c in "abc":
        await q.put(c)
    print(q.full(), [q.get_nowait() for _ in range(2)])
    q.put_nowait("d")
    print(await q.get(), await q.get(), q.empty())

asyncio.run(main())
