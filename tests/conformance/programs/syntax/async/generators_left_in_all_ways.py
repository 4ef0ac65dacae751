import asyncio
from contextlib import aclosing
class Boom(Exception): pass
async def g(n):
    try:
        if n == 5: await asyncio.sleep(10)
        if n == 6: raise Boom
        yield 1
        await asyncio.sleep(0)
        yield 2
    finally:
        pass
async def nop(): return asyncio.current_task().get_name()
async def probe(what):
    for i in range(4): await asyncio.sleep(0)
    t = asyncio.create_task(nop()); print(what, await t)
async def s_break():
    async for x in g(1): break
async def s_raise():
    async for x in g(1): raise Boom
async def s_never(): 
    a = g(1)
async def s_anext_dropped():
    a = g(1); b = a.__anext__(); del b
async def s_anext_nodrop():
    a = g(1); await anext(a)
async def s_aclosing_raise():
    async with aclosing(g(1)) as s:
        async for x in s: raise Boom
async def s_inner_raise():
    async for x in g(6): pass
async def s_full():
    async for x in g(1): pass
async def s_cancel_inside():
    async for x in g(5): pass
async def s_cancel_body():
    async for x in g(1): await asyncio.sleep(10)
async def s_aclosing_cancel():
    async with aclosing(g(5)) as s:
        async for x in s: pass
async def s_athrow_new():
    a = g(1)
    await a.athrow(Boom)
async def s_aclose_new():
    a = g(1); await a.aclose()
async def s_asend():
    a = g(1); await a.asend(None); await a.asend("x"); 
async def s_anext_default():
    a = g(1); print(await anext(a, "end"), await anext(a, "end"), await anext(a, "end"))
async def s_anext_cancel():
    a = g(5); await asyncio.wait_for(anext(a), 0.1)
async def s_anext_default_cancel():
    a = g(5); await asyncio.wait_for(anext(a, 3), 0.1)
async def main():
    for f in (s_break, s_raise, s_never, s_anext_dropped, s_anext_nodrop, s_aclosing_raise, s_inner_raise, s_full, s_athrow_new, s_aclose_new, s_asend, s_anext_default):
        t = asyncio.create_task(f())
        try: await t
        except Boom: pass
        del t
        await probe(f.__name__)
    for f in (s_cancel_inside, s_cancel_body, s_aclosing_cancel, s_anext_cancel, s_anext_default_cancel):
        t = asyncio.create_task(f()); await asyncio.sleep(0); await asyncio.sleep(0); t.cancel()
        try: await t
        except BaseException as e: print(repr(e))
        del t
        await probe(f.__name__)
asyncio.run(main())
with asyncio.Runner() as r:
    for f in (s_break, s_anext_nodrop, s_full, s_asend):
        r.run(f()); print(r.run(nop()))
    for f in (s_raise, s_inner_raise, s_aclosing_raise):
        try: r.run(f())
        except Boom: pass
        print(r.run(nop()))
    async def left():
        t = asyncio.create_task(s_cancel_body()); await asyncio.sleep(0)
    r.run(left()); print(r.run(nop()))
