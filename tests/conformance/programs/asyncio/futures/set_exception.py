import asyncio

async def main():
    loop = asyncio.get_running_loop()
    f = loop.create_future()
    f.set_exception(ValueError("x"))
    try:
        await f
    except ValueError as e:
        print(repr(e), f)
    g = loop.create_future()
    g.set_exception(KeyError)
    print(repr(g.exception()), type(g.exception()))
    for wrong in (5, "text", StopIteration(), StopIteration):
        h = loop.create_future()
        try:
            h.set_exception(wrong)
            print(repr(h.exception()))
        except TypeError as e:
            print(type(e).__name__, e)

asyncio.run(main())
