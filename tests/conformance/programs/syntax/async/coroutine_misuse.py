import asyncio

async def f():
    return 1

async def main():
    c = f()
    print(await c)
    try:
        await c
    except RuntimeError as e:
        print(e)
    d = f()
    try:
        for _ in d:
            pass
    except TypeError as e:
        print(e)
    try:
        d.send(5)
    except TypeError as e:
        print(e)
    d.close()
    try:
        async with 5:
            pass
    except TypeError as e:
        print(e)
    try:
        async for x in [1]:
            pass
    except TypeError as e:
        print(e)
    try:
        with asyncio.Lock():
            pass
    except TypeError as e:
        print(e)

asyncio.run(main())
