import asyncio
import types

@types.coroutine
def pause():
    yield
    return "paused"

async def main():
    print(await pause())
    print(await asyncio.gather(pause(), pause()))
    print(await asyncio.wait_for(pause(), 1))
    print(await asyncio.shield(pause()))
    print(await asyncio.ensure_future(pause()))
    for f in asyncio.as_completed([pause()]):
        print(await f)
    try:
        asyncio.create_task(pause())
    except TypeError as e:
        print(str(e).split(" object")[0])

asyncio.run(main())
