# A timeout's repr in each state, and one that ends a group of errors.
import asyncio


async def both():
    async with asyncio.TaskGroup() as group:
        group.create_task(fails())
        group.create_task(asyncio.sleep(50))


async def fails():
    try:
        await asyncio.sleep(10)
    finally:
        raise ValueError("while cancelled")


async def main():
    loop = asyncio.get_running_loop()
    print(asyncio.timeout(None), asyncio.timeout_at(5), asyncio.timeout_at(loop.time() + 2.34567))
    async with asyncio.timeout(None) as t:
        print(t, t.when(), t.expired())
        t.reschedule(loop.time() + 7)
        print(t.when() - loop.time())
        t.reschedule(None)
        print(t)
    print(t)
    async with asyncio.timeout_at(100) as t:
        print(t)
    try:
        async with asyncio.timeout(1) as t:
            await both()
    except* ValueError as e:
        for part in e.exceptions:
            print(repr(part), repr(part.__context__), repr(part.__cause__))
            inner = part.__context__
            print(repr(inner.__context__) if inner else None)
    print(t, t.expired())
    try:
        async with asyncio.timeout(1):
            try:
                await asyncio.sleep(5)
            except asyncio.CancelledError:
                raise KeyError("instead")
    except KeyError as e:
        print(repr(e), repr(e.__context__), repr(e.__context__.__context__), e.__suppress_context__)
    try:
        asyncio.timeout("x")
    except TypeError as e:
        print(e)
    try:
        t.reschedule(3)
    except RuntimeError as e:
        print(e)


asyncio.run(main())
