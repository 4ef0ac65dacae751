import asyncio

async def f(x):
    return x

async def main():
    for value in ("s" * 50, list(range(10)), tuple(range(10)), {i: i for i in range(10)}, [[[[[[[1]]]]]]], 10 ** 60, {"k": "v" * 60}, b"b" * 60, 1.5, None, f):
        t = asyncio.create_task(f(value))
        await t
        print(repr(t).split("result=")[1])

asyncio.run(main())
