import asyncio
async def ag(n):
    try:
        for i in range(n):
            got = yield i
            if got: print('got', got)
    finally:
        print('ag fin')
async def main():
    async for x in ag(2): print(x)
    print([x async for x in ag(3) if x], {x async for x in ag(2)}, {x: x async for x in ag(1)})
    a = ag(3)
    print(await a.__anext__(), await a.asend('hi'), await anext(a))
    try: await anext(a)
    except StopAsyncIteration as e: print('stop', repr(e))
    print(await anext(a, 'default'))
    a = ag(5); await anext(a)
    try: await a.athrow(ValueError('in'))
    except ValueError as e: print('thrown', e)
    a = ag(5); await anext(a); await a.aclose(); print('closed', a.ag_running)
    async for x in ag(5):
        if x == 1: break
    print('after break')
    print(sum([x async for x in (y * 2 async for y in ag(3))]))
    async def bad(): yield 1; raise KeyError('b')
    try:
        async for _ in bad(): pass
    except KeyError as e: print('bad', e)
    print(type(ag(1)), ag.__name__)
    g = (await asyncio.sleep(0, x) for x in range(3))
    print(type(g).__name__, [x async for x in g])
    try:
        for x in ag(1): pass
    except TypeError as e: print(e)
    try:
        async for x in [1]: pass
    except TypeError as e: print(e)
    try: await ag(1)
    except TypeError as e: print(e)
    try: [x for x in ag(1)]
    except TypeError as e: print(e)
    try: list(ag(1))
    except TypeError as e: print(e)
    class AI:
        def __init__(self): self.i = 0
        def __aiter__(self): return self
        async def __anext__(self):
            self.i += 1
            if self.i > 2: raise StopAsyncIteration
            await asyncio.sleep(.1)
            return self.i
    async for i in AI(): print('ai', i)
    else: print('else')
    class BadIter:
        def __aiter__(self): return 5
    try:
        async for i in BadIter(): pass
    except TypeError as e: print(e)
    class BadNext:
        def __aiter__(self): return self
        def __anext__(self): return 5
    try:
        async for i in BadNext(): pass
    except TypeError as e: print(e)
    class Aw:
        def __await__(self):
            yield from asyncio.sleep(.5).__await__()
            return 'aw'
    print(await Aw(), asyncio.get_running_loop().time())
    class CM:
        async def __aenter__(self): print('enter'); return self
        async def __aexit__(self, t, v, tb): print('exit', t and t.__name__, v); return t is ValueError
    async with CM() as c, CM(): print('body')
    async with CM(): raise ValueError('swallowed')
    try:
        async with CM(): raise KeyError('through')
    except KeyError: print('k')
    async with (CM() as a, CM() as b,): pass
    f = lambda: asyncio.sleep(0, 'lam')
    print(await f())
    print(await asyncio.gather(*(asyncio.sleep(0, i) for i in range(3))))
    res = [await asyncio.sleep(0, i) for i in range(2)]
    print(res, (await asyncio.sleep(0, [1, 2]))[1], -(await asyncio.sleep(0, 5)), await asyncio.sleep(0, 1) + await asyncio.sleep(0, 2))
    print(f'{await asyncio.sleep(0, "f")}', {'a': await asyncio.sleep(0, 1)}, [*await asyncio.sleep(0, (1, 2))])
    if (r := await asyncio.sleep(0, 3)) > 2: print('r', r)
    async def nested():
        async def inner(): return 'inner'
        return await inner()
    print(await nested(), (lambda x: x)(await nested()))
    async def ret():
        try: return await asyncio.sleep(0, 'ret')
        finally: await asyncio.sleep(1); print('fin slept')
    print(await ret())
    c = nested()
    print(c.cr_frame.f_lineno, c.cr_running, c.cr_await, c.cr_code.co_name)
    c.close()
    try: await c
    except RuntimeError as e: print(e)
    async def gen_close():
        try: yield 1
        finally:
            await asyncio.sleep(0.1)
            print('async cleanup')
    async for v in gen_close(): break
    g = gen_close(); await anext(g); await g.aclose()
asyncio.run(main())
