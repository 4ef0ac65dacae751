import asyncio

lock, event, sem, queue, cond, barrier = asyncio.Lock(), asyncio.Event(), asyncio.Semaphore(), asyncio.Queue(), asyncio.Condition(), asyncio.Barrier(1)

async def main():
    async with lock, sem, cond:
        event.set()
        queue.put_nowait(1)
        print(await event.wait(), await queue.get(), await barrier.wait())

asyncio.run(main())
for kind in (asyncio.Lock, asyncio.Event, asyncio.Queue):
    try:
        kind(loop=None)
    except TypeError as e:
        print(e)
