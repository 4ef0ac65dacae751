import asyncio

async def fail(n, kind, cleanup=None):
    try:
        await asyncio.sleep(n)
        raise kind(n)
    except asyncio.CancelledError:
        if cleanup:
            raise cleanup("while cancelled")
        raise

async def main():
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(fail(1, ValueError))
            tg.create_task(fail(1, KeyError))
            tg.create_task(fail(2, TypeError, OSError))
            tg.create_task(fail(3, TypeError))
    except* (ValueError, KeyError) as eg:
        print("a", eg.exceptions)
    except* OSError as eg:
        print("b", eg.exceptions)

asyncio.run(main())
