# Exceptions hold frames, and frames what their variables hold: when does it go?
import asyncio
import gc


class Noisy:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("gone:", self.name)


async def waits(name):
    noisy = Noisy(name)
    await asyncio.sleep(10)


async def forget(make):
    task = asyncio.create_task(make())
    await asyncio.wait([task])
    print(repr(task.exception()))
    del task
    await asyncio.sleep(0)
    print("forgotten")
    gc.collect()


async def of_a_task(name):
    await asyncio.wait_for(asyncio.create_task(waits(name)), 1)


async def of_a_gather(name):
    await asyncio.wait_for(asyncio.gather(waits(name)), 1)


async def caught(name):
    try:
        await asyncio.wait_for(asyncio.gather(waits(name)), 1)
    except TimeoutError as e:
        print("caught", repr(e))
    raise KeyError(name)


async def with_timeout(name):
    async with asyncio.timeout(1):
        await waits(name)


async def main():
    await forget(lambda: asyncio.wait_for(waits("wait_for itself is the task"), 1))
    await forget(lambda: of_a_task("of a task"))
    await forget(lambda: of_a_gather("of a gather"))
    await forget(lambda: caught("caught"))
    await forget(lambda: with_timeout("timeout"))
    print("end")


asyncio.run(main())
