import asyncio

async def work():
    await asyncio.sleep(1)
    return "done"

async def main():
    loop = asyncio.get_running_loop()
    f = asyncio.run_coroutine_threadsafe(work(), loop)
    print(type(f).__module__, f.done())
    print(await asyncio.wrap_future(f), f.done(), f.result())
    try:
        asyncio.run_coroutine_threadsafe(5, loop)
    except TypeError as e:
        print(e)

asyncio.run(main())
