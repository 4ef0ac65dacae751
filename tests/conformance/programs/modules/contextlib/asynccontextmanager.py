import asyncio
from contextlib import asynccontextmanager, AsyncExitStack, aclosing, suppress

@asynccontextmanager
async def session(name):
    print("open", name)
    await asyncio.sleep(1)
    try:
        yield name
    finally:
        await asyncio.sleep(0.5)
        print("close", name, asyncio.get_running_loop().time())

async def gen():
    try:
        for i in range(5):
            yield i
    finally:
        print("gen closed")

async def main():
    async with session("a") as a:
        print("in", a)
    try:
        async with session("b"):
            raise ValueError("x")
    except ValueError as e:
        print(e)
    async with AsyncExitStack() as stack:
        for n in "cd":
            await stack.enter_async_context(session(n))
        stack.push_async_callback(asyncio.sleep, 1)
        print("stacked")
    async with aclosing(gen()) as g:
        async for i in g:
            if i == 1:
                break
    with suppress(asyncio.CancelledError):
        t = asyncio.create_task(asyncio.sleep(9))
        t.cancel()
        await t
    print(asyncio.get_running_loop().time())

asyncio.run(main())
