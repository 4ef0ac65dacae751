import asyncio

async def main():
    loop = asyncio.get_running_loop()
    f = loop.create_future()
    print(f, repr(f) == str(f))
    f.set_result({"a": [1, 2, {"b": (3,)}], "long": "y" * 100})
    print(f)
    g = loop.create_future()
    g.set_exception(KeyError("k"))
    print(g, g.exception())
    h = loop.create_future()
    h.cancel()
    print(h)
    i = loop.create_future()
    i.set_result(list(range(100)))
    print(i)

asyncio.run(main())
