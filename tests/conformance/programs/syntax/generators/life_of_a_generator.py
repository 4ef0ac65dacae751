import asyncio, inspect, sys
def t(f):
    try: print(repr(f()))
    except BaseException as e: print(type(e).__name__, e)
def g():
    try:
        x = yield 1
        print('got',x)
        yield 2
    except ValueError as e: print('VE',e); yield 'handled'
    except GeneratorExit: print('closing'); raise
    finally: print('fin')
    return 'ret'
a=g(); t(lambda: a.send(5)); a=g(); t(lambda: next(a)); t(lambda: a.send('v')); t(lambda: next(a)); t(lambda: next(a)); a=g(); next(a); t(lambda: a.throw(ValueError('z'))); t(lambda: a.throw(KeyError('q'))); a=g(); next(a); t(lambda: a.close()); t(lambda: next(a)); t(lambda: a.close()); t(lambda: g().throw(ValueError)); t(lambda: g().close()); a=g(); t(lambda: (inspect.getgeneratorstate(a), a.gi_running, a.gi_yieldfrom)); next(a); t(lambda: inspect.getgeneratorstate(a)); a.close(); t(lambda: inspect.getgeneratorstate(a))
def ig():
    try: yield 1
    except GeneratorExit: yield 2
b=ig(); next(b); t(lambda: b.close())
def st(): raise StopIteration(5); yield
t(lambda: list(st()))
def outer():
    r = yield from inner(); print('r',r); yield from [10,20]; yield from 'ab'
def inner():
    x = yield 'i1'; print('x',x)
    try: yield 'i2'
    except ValueError: yield 'iv'
    return 'inner-ret'
o=outer(); t(lambda: next(o)); t(lambda: o.send(3)); t(lambda: o.throw(ValueError)); t(lambda: next(o)); t(lambda: list(o))
def selfit():
    yield next(me)
me=selfit(); t(lambda: next(me))
t(lambda: g()); t(lambda: g); t(lambda: (x for x in [1])); t(lambda: list(x*2 for x in range(3))); t(lambda: sum(x for x in range(4)))
def yf5(): yield from 5
t(lambda: list(yf5()))
def ret(): return 5; yield
try: next(ret())
except StopIteration as e: print(e.value, e.args)
async def ag():
    try:
        for i in range(3):
            r = yield i
            if r: print('r',r)
    finally: print('ag fin')
async def main():
    a=ag(); print(a); print(await anext(a)); print(await a.asend('hey')); 
    try: print(await a.athrow(ValueError('t')))
    except ValueError as e: print(repr(e))
    try: await anext(a)
    except StopAsyncIteration as e: print(repr(e))
    print(await anext(a,'def')); b=ag(); await anext(b); await b.aclose(); print([x async for x in ag()], {x:x async for x in ag() if x}, [y async for x in ag() for y in [x,x]])
    c=ag(); x=c.asend(None); print(type(x).__name__)
    try: x.send(None)
    except StopIteration as e: print('SI',e.value)
    try: x.send(None)
    except RuntimeError as e: print(e)
    for bad in (5,[1]):
        try:
            async for q in bad: pass
        except TypeError as e: print(e)
    try: [x for x in ag()]
    except TypeError as e: print(e)
    try: await 5
    except TypeError as e: print(e)
    try: await ag()
    except TypeError as e: print(e)
    try: await g()
    except TypeError as e: print(e)
    co=main(); co.close()
    try: await co
    except RuntimeError as e: print(e)
    async def sub(): return 1
    s=sub(); await s
    try: await s
    except RuntimeError as e: print(e)
    try: anext(5)
    except TypeError as e: print(e)
    try: aiter(5)
    except TypeError as e: print(e)
    class AI:
        def __aiter__(self): return self
        def __anext__(self): return 5
    try:
        async for x in AI(): pass
    except TypeError as e: print(e)
    class AI2:
        def __aiter__(self): return 5
    try:
        async for x in AI2(): pass
    except TypeError as e: print(e)
    class Aw:
        def __await__(self): return 5
    try: await Aw()
    except TypeError as e: print(e)
    class Aw2:
        def __await__(self): return iter([None])
    print(await Aw2())
    class Aw3:
        def __await__(self): yield from asyncio.sleep(1).__await__(); return 'aw3'
    print(await Aw3())
    gen=(x async for x in ag()); print(type(gen).__name__); print(await anext(gen)); await gen.aclose()
    print(inspect.isasyncgen(gen), inspect.iscoroutinefunction(main), inspect.isasyncgenfunction(ag), inspect.isawaitable(Aw()), inspect.isgeneratorfunction(g))
asyncio.run(main())
