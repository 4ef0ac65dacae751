import asyncio

async def nothing():
    pass

async def main():
    print(asyncio.current_task().get_name())
    a = asyncio.create_task(nothing())
    b = asyncio.create_task(nothing(), name="special")
    c = asyncio.create_task(nothing())
    d = asyncio.create_task(coro=nothing(), name=7)
    print([t.get_name() for t in (a, b, c, d)])
    a.set_name("renamed")
    c.set_name(3)
    print(a.get_name(), repr(c.get_name()))
    await asyncio.gather(a, b, c, d)
    e = asyncio.ensure_future(nothing())
    print(e.get_name())
    await e

asyncio.run(main())
asyncio.run(main())
