import asyncio

async def work():
    try:
        await asyncio.sleep(5)
    except asyncio.CancelledError:
        print("work cancelled at", asyncio.get_running_loop().time())
        raise

async def fails():
    raise ValueError("inside")

async def main():
    loop = asyncio.get_running_loop()
    f = asyncio.run_coroutine_threadsafe(work(), loop)
    await asyncio.sleep(1)
    print(f.cancel(), f.cancelled(), f.done())
    await asyncio.sleep(1)
    g = asyncio.run_coroutine_threadsafe(fails(), loop)
    try:
        await asyncio.wrap_future(g)
    except ValueError as e:
        print(repr(e), repr(g.exception()))
    h = asyncio.wrap_future(asyncio.run_coroutine_threadsafe(work(), loop))
    loop.call_later(1, h.cancel)
    try:
        await h
    except asyncio.CancelledError:
        print("wrapped cancelled", loop.time())
    await asyncio.sleep(1)

asyncio.run(main())
