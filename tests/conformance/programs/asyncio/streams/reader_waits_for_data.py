import asyncio

async def feed(r):
    for part in (b"par", b"tial ", b"line\nmo", b"re"):
        await asyncio.sleep(1)
        r.feed_data(part)
    r.feed_eof()

async def main():
    r = asyncio.StreamReader()
    t = asyncio.create_task(feed(r))
    print(await r.readline(), asyncio.get_running_loop().time())
    print(await r.read(10), asyncio.get_running_loop().time())
    print(await r.read(10), asyncio.get_running_loop().time())
    print(await r.read(10), asyncio.get_running_loop().time())
    u = asyncio.StreamReader()
    w = asyncio.create_task(u.read(1))
    await asyncio.sleep(0)
    try:
        await u.read(1)
    except RuntimeError as e:
        print(e)
    u.set_exception(ConnectionResetError("gone"))
    print(await asyncio.gather(w, return_exceptions=True))

asyncio.run(main())
