import asyncio

async def f():
    return 1

async def main():
    c = f()
    t = asyncio.create_task(c)
    print(type(c), type(t), isinstance(t, asyncio.Task), isinstance(t, asyncio.Future))
    print(t.get_coro() is c, asyncio.isfuture(t), asyncio.iscoroutine(c), asyncio.iscoroutine(t), asyncio.iscoroutinefunction(f))
    await t
    print(asyncio.Task.__name__, asyncio.Task.__module__, asyncio.Future.__module__, asyncio.Task.__mro__)

asyncio.run(main())
