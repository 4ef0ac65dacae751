# __aenter__ and __aexit__ called by hand, too often or without the other.
import asyncio
def tell(e): return f"{type(e).__name__}({e})"
async def nap(): await asyncio.sleep(0)
async def main():
    async def a():
        await asyncio.TaskGroup().__aexit__(None, None, None)
    async def b():
        tg = asyncio.TaskGroup()
        await tg.__aexit__(ValueError, ValueError(1), None)
    async def c():
        s = asyncio.timeout(1)
        await s.__aexit__(None, None, None)
    async def d():
        s = asyncio.timeout(1)
        async with s: pass
        await s.__aexit__(None, None, None)
    async def e():
        s = asyncio.timeout(0)
        try:
            async with s: await asyncio.sleep(1)
        except TimeoutError: pass
        await s.__aexit__(None, None, None)
    async def f():
        s = asyncio.timeout(1)
        await s.__aenter__()
        await s.__aenter__()
    async def g():
        tg = asyncio.TaskGroup()
        await tg.__aenter__()
        await tg.__aenter__()
    async def h():
        tg = asyncio.TaskGroup()
        await tg.__aenter__()
        t = tg.create_task(nap())
        await tg.__aexit__(None, None, None)
        await tg.__aexit__(None, None, None)
        print(t)
    async def i():
        lock = asyncio.Lock()
        await lock.__aexit__(None, None, None)
    async def j():
        b = asyncio.Barrier(1)
        print(await b.__aenter__())
        print(await b.__aexit__(None, None, None))
    async def k():
        s = asyncio.timeout(1)
        s.reschedule(3)
    async def l():
        async with asyncio.timeout(1) as s: pass
        s.reschedule(3)
    for t in (a, b, c, d, e, f, g, h, i, j, k, l):
        try:
            print(t.__name__, await t())
        except BaseException as x:
            print(t.__name__, tell(x))
asyncio.run(main())
def sync():
    try: asyncio.timeout(1).__aenter__().send(None)
    except BaseException as x: print(tell(x))
    try: asyncio.TaskGroup().__aenter__().send(None)
    except BaseException as x: print(tell(x))
sync()
