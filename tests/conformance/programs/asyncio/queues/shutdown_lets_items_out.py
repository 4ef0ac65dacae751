import asyncio

async def main():
    for kind in (asyncio.Queue, asyncio.PriorityQueue, asyncio.LifoQueue):
        q = kind()
        for i in (2, 1, 3):
            q.put_nowait(i)
        q.shutdown()
        got = []
        try:
            while True:
                got.append(await q.get())
        except asyncio.QueueShutDown:
            print(kind.__name__, got)
    try:
        q.put_nowait(1)
    except asyncio.QueueShutDown as e:
        print(type(e).__mro__[1].__name__)

asyncio.run(main())
