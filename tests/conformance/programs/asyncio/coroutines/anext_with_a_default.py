import asyncio


async def numbers(n):
    for i in range(n):
        yield i
        await asyncio.sleep(1)


async def main():
    a = anext(numbers(1), "none")
    print(type(a), [n for n in dir(a) if not n.startswith("__")], hasattr(a, "__await__"), hasattr(a, "__next__"))
    print(await a, await anext(numbers(0), "none"))
    g = numbers(1)
    print(await anext(g), await asyncio.wait_for(anext(g, "over"), 3), await asyncio.ensure_future(anext(g, "still")))
    try:
        asyncio.create_task(anext(g, "no task"))
    except TypeError as e:
        print(str(e)[:44])
    try:
        await a
    except Exception as e:
        print(type(e).__name__, e)
    b = anext(numbers(1), 3)
    b.close()
    try:
        b.send(None)
    except BaseException as e:
        print(type(e).__name__, e)
    c = anext(numbers(1), 3)
    try:
        c.throw(KeyError(4))
    except BaseException as e:
        print(repr(e))
    d = numbers(2)
    task = asyncio.create_task(asyncio.wait_for(anext(d, 0), 5))
    await asyncio.sleep(0)
    print(await task)
    waiting = asyncio.ensure_future(anext(d, 0))
    await asyncio.sleep(0)
    waiting.cancel("enough")
    try:
        await waiting
    except asyncio.CancelledError as e:
        print(e.args, await anext(d, "closed"))


asyncio.run(main())
