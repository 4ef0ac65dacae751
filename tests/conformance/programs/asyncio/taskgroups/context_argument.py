import asyncio
from contextvars import ContextVar, copy_context

v = ContextVar("v", default="none")

async def show():
    print(v.get())

async def main():
    v.set("main")
    ctx = copy_context()
    ctx.run(v.set, "special")
    async with asyncio.TaskGroup() as tg:
        tg.create_task(show())
        tg.create_task(show(), context=ctx)
        v.set("changed")
        tg.create_task(show())

asyncio.run(main())
