import asyncio

async def producer(name, q, n):
    for i in range(n):
        await asyncio.sleep(0.5)
        await q.put((name, i))
    print(name, "finished")

async def consumer(name, q):
    while True:
        item = await q.get()
        await asyncio.sleep(0.75)
        print(name, item, asyncio.get_running_loop().time())
        q.task_done()

async def main():
    q = asyncio.Queue(3)
    consumers = [asyncio.create_task(consumer(f"c{i}", q)) for i in range(2)]
    await asyncio.gather(producer("p", q, 3), producer("r", q, 4))
    await q.join()
    for c in consumers:
        c.cancel()

asyncio.run(main())
