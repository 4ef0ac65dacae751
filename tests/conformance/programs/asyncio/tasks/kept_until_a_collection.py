# What stays alive in circles that CPython's own frames make: tasks cancelled at the end of a run, and what as_completed and
# wait_for raise from a task. Each is seen by a finalizer that does not speak before the end.
import asyncio, weakref

class Thing: pass

def watched(name):
    thing = Thing()
    weakref.finalize(thing, print, "gone:", name).atexit = False
    return thing

async def fails():
    raise ValueError("failed")

async def left():
    thing = watched("left")
    await asyncio.sleep(10)

async def completed():
    thing = watched("completed")
    for f in asyncio.as_completed([fails()]):
        try:
            await f
        except ValueError as e:
            print(repr(e))

async def direct():
    thing = watched("direct")
    try:
        await asyncio.create_task(fails())
    except ValueError as e:
        print(repr(e))

async def nothing_left():
    thing = watched("zero timeout")
    try:
        await asyncio.wait_for(asyncio.gather(asyncio.sleep(1)), 0)
    except TimeoutError as e:
        print(repr(e))

async def grouped():
    thing = watched("group in time")
    try:
        async with asyncio.timeout(1):
            async with asyncio.TaskGroup():
                await asyncio.sleep(2)
    except TimeoutError as e:
        print(repr(e))

async def main():
    for function in completed, direct, nothing_left, grouped:
        await function()
        print("after", function.__name__)
    task = asyncio.create_task(left())
    await asyncio.sleep(0)

asyncio.run(main())
print("ran")
