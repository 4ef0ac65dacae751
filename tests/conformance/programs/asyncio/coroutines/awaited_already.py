# A coroutine that has begun cannot be awaited a second time, whoever drives it.
import asyncio


async def nap(delay=1):
    await asyncio.sleep(delay)
    return "napped"


async def outer(awaited):
    return await awaited


async def main():
    for wrap in (lambda c: c, outer):
        for second in (lambda c: c, lambda c: asyncio.wait_for(c, 5), outer):
            coro = nap()
            task = asyncio.create_task(wrap(coro))
            await asyncio.sleep(0)
            try:
                print(await second(coro))
            except RuntimeError as e:
                print(e)
            await asyncio.wait([task])
            print(task.exception() or task.result())
    coro = asyncio.sleep(1, "slept")
    task = asyncio.create_task(outer(coro))
    await asyncio.sleep(0)
    try:
        await coro
    except RuntimeError as e:
        print(e)
    print(await task)
    coro = outer(nap())
    coro.send(None)
    try:
        await coro
    except RuntimeError as e:
        print(e)


asyncio.run(main())
