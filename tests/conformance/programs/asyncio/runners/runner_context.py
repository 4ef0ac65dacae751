import asyncio
from contextvars import ContextVar, copy_context

v = ContextVar("v", default="unset")

async def setter(x):
    old = v.get()
    v.set(x)
    return old

with asyncio.Runner() as runner:
    print(runner.run(setter("a")))
    print(runner.run(setter("b")))
    print(v.get())
    ctx = copy_context()
    print(runner.run(setter("c"), context=ctx), ctx[v])
    print(runner.run(setter("d")))
