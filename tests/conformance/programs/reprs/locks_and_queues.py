import asyncio

async def hold(lock):
    async with lock:
        await asyncio.sleep(1)

async def main():
    lock, ev, sem, cond, bar = asyncio.Lock(), asyncio.Event(), asyncio.Semaphore(3), asyncio.Condition(), asyncio.Barrier(2)
    for x in (lock, ev, sem, cond, bar, asyncio.BoundedSemaphore(1)):
        print(x)
    ts = [asyncio.create_task(hold(lock)) for _ in range(3)]
    w = [asyncio.create_task(ev.wait()), asyncio.create_task(bar.wait())]
    await asyncio.sleep(0)
    for x in (lock, ev, bar):
        print(x)
    q = asyncio.Queue(maxsize=2)
    print(q, repr(q), str(asyncio.PriorityQueue()), asyncio.LifoQueue(5))
    q.put_nowait("item")
    q.put_nowait([1])
    p = asyncio.create_task(q.put(3))
    await asyncio.sleep(0)
    print(q)
    q.get_nowait()
    await p
    print(q)
    ev.set()
    w[1].cancel()
    await asyncio.wait(ts + w)
    print(ev)

asyncio.run(main())
