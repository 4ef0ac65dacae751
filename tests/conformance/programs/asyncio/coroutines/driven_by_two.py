# One coroutine that two tasks, or a task and the program itself, send into.
import asyncio
import types
class W:
    def __init__(self, c): self.c = c
    def __await__(self): return self.c.__await__()
def tell(e): return f"{type(e).__name__}({e})"
async def nap(d=1, n=0):
    try:
        await asyncio.sleep(d)
        if n: await asyncio.sleep(d)
        return "napped"
    except BaseException as e:
        print("nap", tell(e))
        raise
async def outer(c):
    try:
        return await c
    except BaseException as e:
        print("outer", tell(e))
        raise
@types.coroutine
def gen(n):
    for i in range(n):
        try:
            yield
        except BaseException as e:
            print("gen", tell(e))
            raise
    return "gen"
async def case(name, f):
    print("==", name)
    try:
        r = await f()
        print(r)
    except BaseException as e:
        print(tell(e))
    for t in asyncio.all_tasks() - {asyncio.current_task()}:
        t.cancel()
    await asyncio.sleep(3)
def results(*ts):
    return [t._state if not t.done() or t.cancelled() else tell(t.exception()) if t.exception() else t.result() for t in ts]
async def wrapper_root():
    c = nap(); t = asyncio.create_task(c); await asyncio.sleep(0)
    try: print(await W(c))
    except RuntimeError as e: print(e)
    await asyncio.sleep(2); return results(t)
async def wrapper_inner():
    c = nap(); t = asyncio.create_task(outer(c)); await asyncio.sleep(0)
    try: print(await W(c))
    except RuntimeError as e: print(e)
    await asyncio.sleep(2); return results(t)
async def wrapper_twice():
    c = nap(1, 1); ts = [asyncio.create_task(outer(W(c))) for _ in range(3)]
    await asyncio.sleep(5); return results(*ts)
async def send_inner():
    c = nap(); t = asyncio.create_task(outer(c)); await asyncio.sleep(0)
    try: print(type(c.send(None)).__name__)
    except BaseException as e: print(tell(e))
    await asyncio.sleep(2); return results(t)
async def throw_inner():
    c = nap(); t = asyncio.create_task(outer(c)); await asyncio.sleep(0)
    try: c.throw(ValueError("thrown"))
    except BaseException as e: print(tell(e))
    await asyncio.sleep(2); return results(t)
async def close_inner():
    c = nap(); t = asyncio.create_task(outer(c)); await asyncio.sleep(0)
    try: print(c.close())
    except BaseException as e: print(tell(e))
    await asyncio.sleep(2); return results(t)
async def close_root():
    c = nap(); t = asyncio.create_task(c); await asyncio.sleep(0)
    try: print(c.close())
    except BaseException as e: print(tell(e))
    await asyncio.sleep(2); return results(t)
async def throw_root():
    c = nap(); t = asyncio.create_task(c); await asyncio.sleep(0)
    try: c.throw(ValueError("thrown"))
    except BaseException as e: print(tell(e))
    await asyncio.sleep(2); return results(t)
async def native_inner():
    c = asyncio.sleep(1, "slept"); t = asyncio.create_task(outer(c)); await asyncio.sleep(0)
    try: await c
    except BaseException as e: print(tell(e))
    try: c.throw(ValueError("thrown"))
    except BaseException as e: print(tell(e))
    await asyncio.sleep(2); return results(t)
async def native_close():
    c = asyncio.sleep(1, "slept"); t = asyncio.create_task(outer(outer(c))); await asyncio.sleep(0)
    c.close()
    await asyncio.sleep(2); return results(t)
async def gens():
    g = gen(5); ts = [asyncio.create_task(outer(g)) for _ in range(2)]
    await asyncio.sleep(2); return results(*ts)
async def gen_by_hand():
    g = gen(3); t = asyncio.create_task(outer(g)); await asyncio.sleep(0)
    next(g)
    await asyncio.sleep(2); return results(t)
async def gen_ended():
    g = gen(3); t = asyncio.create_task(outer(g)); await asyncio.sleep(0)
    try:
        while True: next(g)
    except StopIteration as e: print(tell(e))
    await asyncio.sleep(2); return results(t)
async def gen_closed():
    g = gen(3); t = asyncio.create_task(outer(g)); await asyncio.sleep(0)
    g.close()
    await asyncio.sleep(2); return results(t)
async def main():
    for f in (wrapper_root, wrapper_inner, wrapper_twice, send_inner, throw_inner, close_inner, close_root, throw_root, native_inner, native_close, gens, gen_by_hand, gen_ended, gen_closed):
        await case(f.__name__, f)
asyncio.run(main())
