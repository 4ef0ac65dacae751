import asyncio
from contextvars import ContextVar
v = ContextVar("v", default="d")

async def gen():
    v.set("set in generator")
    yield 1
    yield v.get()

async def main():
    async for x in gen():
        print(x, v.get())
    t = v.set("again")
    async def inner():
        try:
            v.reset(t)
        except ValueError as e:
            print("other context")
    await asyncio.create_task(inner())
    v.reset(t)
    print(v.get())

asyncio.run(main())
