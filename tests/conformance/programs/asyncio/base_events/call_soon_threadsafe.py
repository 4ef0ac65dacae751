import asyncio

async def main():
    loop = asyncio.get_running_loop()
    f = loop.create_future()
    loop.call_soon_threadsafe(f.set_result, "safe")
    print(await f)
    h = loop.call_soon_threadsafe(print, "x")
    print(type(h).__name__)
    await asyncio.sleep(0)

asyncio.run(main())
