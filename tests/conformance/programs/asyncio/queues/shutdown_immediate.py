import asyncio

async def joiner(q):
    await q.join()
    print("join returned at", asyncio.get_running_loop().time())

async def getter(q):
    try:
        await q.get()
    except asyncio.QueueShutDown:
        print("getter shut down")

async def putter(q):
    try:
        await q.put("late")
    except asyncio.QueueShutDown:
        print("putter shut down")

async def main():
    q = asyncio.Queue(1)
    q.put_nowait("lost")
    ts = [asyncio.create_task(f(q)) for f in (joiner, putter)]
    await asyncio.sleep(1)
    q.shutdown(immediate=True)
    print(q.qsize(), q)
    await asyncio.gather(*ts)
    e = asyncio.Queue()
    t = asyncio.create_task(getter(e))
    await asyncio.sleep(1)
    e.shutdown(True)
    await t

asyncio.run(main())
