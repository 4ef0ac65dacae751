# The task that closes a dropped async generator has the context of where it was dropped.
import asyncio
from contextvars import ContextVar

var = ContextVar("var", default="none")


async def source():
    try:
        yield 1
    finally:
        print("closing", var.get(), asyncio.current_task().get_name())


async def main():
    for name in "one", "two":
        var.set(name + " begins")
        g = source()
        await anext(g)
        var.set(name + " drops")
        del g
        var.set(name + " after")
        await asyncio.sleep(0)
        await asyncio.sleep(0)


asyncio.run(main())
