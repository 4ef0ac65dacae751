import asyncio
import types

@types.coroutine
def yield_once():
    print("suspending")
    got = yield
    print("resumed with", got)
    return "value"

@types.coroutine
def delegating():
    yield from asyncio.sleep(1).__await__()
    return "delegated"

async def main():
    print(await yield_once(), await delegating())
    t = asyncio.ensure_future(asyncio.create_task(asyncio.sleep(0)))
    await t
    try:
        await (x for x in [])
    except TypeError as e:
        print(e)

asyncio.run(main())
