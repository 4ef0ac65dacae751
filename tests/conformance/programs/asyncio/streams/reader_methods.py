import asyncio

async def main():
    r = asyncio.StreamReader()
    r.feed_data(b"line one\nline two\nrest;of it")
    print(await r.readline(), await r.readexactly(4), await r.readuntil(b"\n"), await r.readuntil(b";"), await r.read(3), r.at_eof())
    r.feed_eof()
    print(await r.read(), await r.read(), await r.readline(), r.at_eof())
    s = asyncio.StreamReader()
    s.feed_data(b"abc")
    s.feed_eof()
    try:
        await s.readexactly(10)
    except asyncio.IncompleteReadError as e:
        print(e, e.partial)
    t = asyncio.StreamReader()
    t.feed_data(b"no newline")
    t.feed_eof()
    print(await t.readline())
    try:
        await t.readuntil(b"\n")
    except asyncio.IncompleteReadError as e:
        print(e)
    u = asyncio.StreamReader(limit=5)
    u.feed_data(b"much too long\n")
    for f in (u.readline, lambda: u.readuntil(b"\n")):
        try:
            print(await f())
        except (ValueError, asyncio.LimitOverrunError, asyncio.IncompleteReadError) as e:
            print(type(e).__name__, e)
            u.feed_eof()
    v = asyncio.StreamReader()
    v.feed_data(b"a\nb\n")
    v.feed_eof()
    print([line async for line in v], await v.readexactly(0))
    try:
        await v.readexactly(-1)
    except ValueError as e:
        print(e)

asyncio.run(main())
