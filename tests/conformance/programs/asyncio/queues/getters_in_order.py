import asyncio

async def getter(name, q):
    print(name, await q.get())

async def main():
    q = asyncio.Queue()
    ts = [asyncio.create_task(getter(n, q)) for n in "cab"]
    await asyncio.sleep(1)
    print(q)
    for i in range(3):
        q.put_nowait(i)
    print(q)
    await asyncio.gather(*ts)

asyncio.run(main())
