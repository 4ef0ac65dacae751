# What is thrown into a chain of awaits goes straight to its end: those above take no part of the recursion limit until they go on.
import asyncio
import types


def room(n=0):
    try:
        return room(n + 1)
    except RecursionError:
        return n


@types.coroutine
def pause():
    yield


async def chain(n, end):
    if not n:
        return await end()
    try:
        await chain(n - 1, end)
    finally:
        if n % 10 == 0:
            found.append(room() - base)


async def slept():
    try:
        await asyncio.sleep(1)
    finally:
        found.append(room() - base)


async def slept_again():
    try:
        await asyncio.sleep(1)
    except asyncio.CancelledError:
        found.append(room() - base)
        await asyncio.sleep(0)
        found.append(room() - base)
        raise


async def paused():
    await pause()
    found.append(room() - base)


async def generated():
    async def items():
        try:
            yield room() - base
            await asyncio.sleep(1)
        finally:
            found.append(room() - base)
    async for item in items():
        found.append(item)


async def grouped():
    async with asyncio.TaskGroup() as group:
        group.create_task(slept())


async def main():
    global base, found
    base = room()
    for end in slept, slept_again, paused, generated, grouped:
        found = []
        task = asyncio.create_task(chain(20, end))
        await asyncio.sleep(0.5)
        task.cancel()
        await asyncio.wait([task])
        print(end.__name__, found, task.cancelled())


asyncio.run(main())
