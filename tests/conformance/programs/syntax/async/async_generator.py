import asyncio

async def ticks(n):
    try:
        for i in range(n):
            await asyncio.sleep(1)
            yield i
    finally:
        print("generator done")

async def main():
    async for t in ticks(2):
        print("tick", t)
    g = ticks(5)
    print(await anext(g), await g.__anext__())
    await g.aclose()
    print(await anext(g, "default"))
    try:
        await anext(g)
    except StopAsyncIteration as e:
        print("stopped", repr(e))
    print(asyncio.get_running_loop().time())

asyncio.run(main())
