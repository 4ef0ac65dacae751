import asyncio
from contextvars import ContextVar, copy_context

v = ContextVar("v", default=0)

async def main():
    f = asyncio.get_running_loop().create_future()
    v.set(1)
    f.add_done_callback(lambda _: print("sees", v.get()))
    v.set(2)
    ctx = copy_context()
    ctx.run(v.set, 9)
    f.add_done_callback(lambda _: print("sees", v.get()), context=ctx)
    v.set(3)
    f.set_result(None)
    await asyncio.sleep(0)
    print(v.get())

asyncio.run(main())
