import asyncio

async def getter(name, q):
    try:
        print(name, "got", await q.get())
    except asyncio.CancelledError:
        print(name, "cancelled")
        raise

async def main():
    q = asyncio.Queue()
    a = asyncio.create_task(getter("a", q))
    b = asyncio.create_task(getter("b", q))
    await asyncio.sleep(1)
    q.put_nowait("item")
    a.cancel()
    await asyncio.wait([a, b])
    print(a.cancelled(), b.done(), q.qsize())

asyncio.run(main())
