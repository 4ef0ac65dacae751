import asyncio

class Awaitable:
    def __await__(self):
        yield from asyncio.sleep(1).__await__()
        return "awaitable"

async def co():
    return "co"

async def main():
    f = asyncio.get_running_loop().create_future()
    print(asyncio.ensure_future(f) is f)
    t = asyncio.ensure_future(co())
    print(type(t).__name__, asyncio.ensure_future(t) is t, await t)
    a = asyncio.ensure_future(Awaitable())
    print(type(a).__name__, await a)
    for wrong in (5, co):
        try:
            asyncio.ensure_future(wrong)
        except TypeError as e:
            print(e)

asyncio.run(main())
