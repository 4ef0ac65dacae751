import asyncio

async def leaf(name, n, fail=False):
    try:
        await asyncio.sleep(n)
        if fail:
            raise ValueError(name)
        print(name, "done")
    except asyncio.CancelledError:
        print(name, "cancelled")
        raise

async def branch(name, fail):
    async with asyncio.TaskGroup() as tg:
        tg.create_task(leaf(name + "1", 1))
        tg.create_task(leaf(name + "2", 2, fail))
        tg.create_task(leaf(name + "3", 3))

async def main():
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(branch("x", False))
            tg.create_task(branch("y", True))
    except* ValueError as eg:
        print(repr(eg), asyncio.get_running_loop().time())

asyncio.run(main())
