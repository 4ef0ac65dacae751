import asyncio

async def producer(q):
    for i in range(3):
        await asyncio.sleep(1)
        await q.put(i)
        print("put", i)
    await q.put(None)

async def consumer(q):
    while (item := await q.get()) is not None:
        print("got", item, asyncio.get_running_loop().time())

async def main():
    q = asyncio.Queue()
    print(q.empty(), q.full(), q.qsize(), q.maxsize)
    await asyncio.gather(producer(q), consumer(q))

asyncio.run(main())
