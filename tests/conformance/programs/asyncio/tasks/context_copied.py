import asyncio
from contextvars import ContextVar, copy_context

user = ContextVar("user", default="nobody")

async def show(label):
    print(label, user.get())
    user.set(label)
    await asyncio.sleep(1)
    print(label, user.get())

async def main():
    user.set("main")
    a = asyncio.create_task(show("a"))
    user.set("changed")
    b = asyncio.create_task(show("b"))
    await asyncio.gather(a, b)
    print("main has", user.get())
    await show("direct")
    print("main has", user.get())
    ctx = copy_context()
    t = asyncio.create_task(show("in ctx"), context=ctx)
    await t
    print(user.get(), ctx[user], t.get_context() is ctx)

asyncio.run(main())
