# The library says __name__ of what it refuses, not what C calls it.
import asyncio


async def main():
    async def nothing():
        pass

    task = asyncio.create_task(nothing())
    future = asyncio.get_running_loop().create_future()
    for given in task, future, 5:
        for refuse in asyncio.wait, asyncio.as_completed:
            try:
                found = refuse(given)
                if asyncio.iscoroutine(found):
                    await found
                else:
                    next(iter(found))
            except TypeError as e:
                print(refuse.__name__, e)
    try:
        asyncio.set_event_loop(task)
    except TypeError as e:
        print(e)
    await task


asyncio.run(main())
