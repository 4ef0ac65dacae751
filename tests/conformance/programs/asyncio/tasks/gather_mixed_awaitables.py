import asyncio

class Thing:
    def __await__(self):
        yield from asyncio.sleep(1).__await__()
        return "thing"

async def co():
    return "coroutine"

async def main():
    loop = asyncio.get_running_loop()
    f = loop.create_future()
    loop.call_later(2, f.set_result, "future")
    print(await asyncio.gather(co(), asyncio.create_task(co()), f, Thing()))
    try:
        await asyncio.gather(co(), 5)
    except TypeError as e:
        print(e)

asyncio.run(main())
