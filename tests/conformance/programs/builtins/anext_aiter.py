import asyncio

async def gen():
    yield 1
    yield 2

async def main():
    g = aiter(gen())
    print(await anext(g), await anext(g), await anext(g, "done"))
    try:
        await anext(g)
    except StopAsyncIteration as e:
        print("StopAsyncIteration", e.args)
    for f in (lambda: anext([1]), lambda: aiter([1])):
        try:
            f()
        except TypeError as e:
            print(e)

asyncio.run(main())
