import asyncio, contextlib
@contextlib.asynccontextmanager
async def corridor(d):
    try:
        yield
    finally:
        await asyncio.sleep(d)
async def agen(d):
    try:
        yield 1
        await asyncio.sleep(d)
        yield 2
    finally:
        pass
async def direct(d):
    await asyncio.sleep(d)
class Door:
    async def __aenter__(self): pass
    async def __aexit__(self, *a): await asyncio.sleep(3)
async def a(f):
    async with corridor(3): pass
async def b(f):
    async for x in agen(3): pass
async def c(f):
    await direct(3)
async def d(f):
    async with Door(): pass
async def e(f):
    await asyncio.sleep(3)
async def f_(f):
    await f
async def g(f):
    await asyncio.wait_for(f, 4)
async def h(f):
    await asyncio.gather(f, direct(3))
async def i(f):
    g = agen(3)
    await anext(g)
    await g.asend(None)
async def j(f):
    async with contextlib.AsyncExitStack() as st:
        st.push_async_callback(direct, 3)
async def k(f):
    await asyncio.wait([f])
async def main():
    for how in a, b, c, d, e, f_, g, h, i, j, k:
        fut = asyncio.get_running_loop().create_future()
        try:
            raise ValueError("outer")
        except ValueError:
            try:
                async with asyncio.timeout(0):
                    await how(fut)
            except TimeoutError as x:
                print(how.__name__, repr(x), repr(x.__cause__), repr(x.__context__), repr(x.__cause__.__context__))
        try:
            try:
                raise ValueError("outer")
            finally:
                try:
                    async with asyncio.timeout(0):
                        await how(fut)
                except TimeoutError as x:
                    print(how.__name__, repr(x), repr(x.__cause__), repr(x.__context__), repr(x.__cause__.__context__))
        except ValueError:
            pass
    
asyncio.run(main())
