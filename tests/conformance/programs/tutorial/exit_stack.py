import asyncio
from contextlib import AsyncExitStack, ExitStack, contextmanager, suppress, closing, nullcontext, aclosing

class Conn:
    def __init__(self, n): self.n = n
    async def __aenter__(self):
        await asyncio.sleep(0.1); print("connect", self.n); return self
    async def __aexit__(self, t, v, tb):
        await asyncio.sleep(0.1); print("disconnect", self.n, t.__name__ if t else None)

@contextmanager
def tag(name):
    print(f"<{name}>")
    try: yield name.upper()
    except KeyError as e: print("tag ate", e)
    finally: print(f"</{name}>")

async def main():
    async with AsyncExitStack() as stack:
        conns = [await stack.enter_async_context(Conn(i)) for i in range(3)]
        stack.callback(print, "sync callback")
        async def acb(x): print("async callback", x)
        stack.push_async_callback(acb, 5)
        print(len(conns))
    with suppress(ZeroDivisionError, KeyError): 1 / 0
    with tag("b") as t: raise KeyError(t)
    with ExitStack() as es:
        for n in "xy": es.enter_context(tag(n))
        es.pop_all().close()
    with nullcontext(5) as five: print(five)
    async def numbers():
        try:
            for i in range(5): yield i
        finally: print("numbers closed")
    async with aclosing(numbers()) as nums:
        async for n in nums:
            if n == 2: break
    try:
        async with Conn("err"): raise RuntimeError("inside")
    except RuntimeError as e: print(e)

asyncio.run(main())
