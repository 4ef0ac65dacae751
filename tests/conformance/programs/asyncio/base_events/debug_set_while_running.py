# set_debug() in a running loop: origins of coroutines are noted from the next pass of the loop on.
import asyncio


async def nap():
    pass


async def main():
    loop = asyncio.get_running_loop()
    loop.set_debug(True)
    for i in range(2):
        coro = nap()
        print(i, coro.cr_origin is not None)
        coro.close()
        await asyncio.sleep(0)
    loop.set_debug(False)
    for i in range(2):
        coro = nap()
        print(i, coro.cr_origin is not None)
        coro.close()
        await asyncio.sleep(0)
    loop.set_debug(True)
    loop.set_debug(False)
    await asyncio.sleep(0)
    coro = nap()
    print(coro.cr_origin)
    coro.close()


asyncio.run(main())
