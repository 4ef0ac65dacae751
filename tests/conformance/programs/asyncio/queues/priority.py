import asyncio

async def main():
    q = asyncio.PriorityQueue()
    for item in ((3, "low"), (1, "high"), (2, "mid"), (1, "also high")):
        q.put_nowait(item)
    print(q.qsize())
    while not q.empty():
        print(await q.get())
    await q.put((1, {}))
    try:
        await q.put((1, {}))
    except TypeError as e:
        print(e)

asyncio.run(main())
