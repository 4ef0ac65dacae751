import asyncio
from contextvars import ContextVar, copy_context

v = ContextVar("v", default=0)

async def main():
    loop = asyncio.get_running_loop()
    v.set(1)
    loop.call_soon(lambda: print("soon", v.get(), v.set(50)))
    v.set(2)
    loop.call_later(1, lambda: print("later", v.get()))
    ctx = copy_context()
    ctx.run(v.set, 7)
    loop.call_soon(lambda: (v.set(8), print("in ctx", v.get())), context=ctx)
    v.set(3)
    await asyncio.sleep(2)
    print("main", v.get(), ctx[v])

asyncio.run(main())
