import asyncio

async def main():
    q = asyncio.Queue(1)
    q.put_nowait("first")
    p = asyncio.create_task(q.put("second"))
    r = asyncio.create_task(q.put("third"))
    await asyncio.sleep(1)
    print(q)
    p.cancel()
    await asyncio.wait([p])
    print(await q.get(), await q.get(), q.empty())
    await r

asyncio.run(main())
