import asyncio

async def work(n):
    try:
        await asyncio.sleep(n)
        return n
    except asyncio.CancelledError as e:
        print("child", n, e.args)
        raise

async def main():
    g = asyncio.gather(work(1), work(3))
    await asyncio.sleep(2)
    print(g.cancel("all stop"), g.done(), g.cancelled())
    try:
        await g
    except asyncio.CancelledError as e:
        print("gather:", e.args, g.cancelled())
    h = asyncio.gather(work(1), return_exceptions=True)
    await asyncio.sleep(0)
    h.cancel()
    try:
        print(await h)
    except asyncio.CancelledError:
        print("cancelled in spite of return_exceptions")
    print(h.cancel())

asyncio.run(main())
