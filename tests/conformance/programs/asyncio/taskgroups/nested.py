import asyncio

async def work(name, n, fail=False):
    try:
        await asyncio.sleep(n)
        if fail:
            raise ValueError(name)
        print(name, "done")
    except asyncio.CancelledError:
        print(name, "cancelled")
        raise

async def main():
    try:
        async with asyncio.TaskGroup() as outer:
            outer.create_task(work("o1", 3))
            async with asyncio.TaskGroup() as inner:
                inner.create_task(work("i1", 1, True))
                inner.create_task(work("i2", 2))
            print("never")
    except* ValueError as eg:
        print(repr(eg))

asyncio.run(main())
