import asyncio

async def producer(q):
    for i in range(5):
        await q.put(i)
        print("put", i, "at", asyncio.get_running_loop().time(), "size", q.qsize())

async def consumer(q):
    for _ in range(5):
        await asyncio.sleep(1)
        print("got", await q.get(), q.full())

async def main():
    q = asyncio.Queue(maxsize=2)
    await asyncio.gather(producer(q), consumer(q))

asyncio.run(main())
