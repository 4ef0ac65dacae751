async def f():
    g = lambda: await f()
