import asyncio

async def producer(q):
    for n in (5, 1, 4, 2, 3):
        await q.put(n)
        print("put", n)

async def main():
    q = asyncio.PriorityQueue(maxsize=2)
    p = asyncio.create_task(producer(q))
    await asyncio.sleep(1)
    for _ in range(5):
        print("got", await q.get())
    await p

asyncio.run(main())
