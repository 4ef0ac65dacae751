import asyncio
from contextvars import ContextVar

v = ContextVar("v", default="none")

def show():
    old = v.get()
    v.set("changed in thread")
    return old

async def main():
    v.set("main")
    print(await asyncio.to_thread(show), v.get())

asyncio.run(main())
