import asyncio

async def work(n, fail=False):
    try:
        await asyncio.sleep(n)
        if fail:
            raise ValueError(n)
        print("finished", n)
    except asyncio.CancelledError:
        print("cancelled", n, asyncio.get_running_loop().time())
        raise

async def main():
    try:
        async with asyncio.TaskGroup() as tg:
            ts = [tg.create_task(work(1)), tg.create_task(work(2, True)), tg.create_task(work(3)), tg.create_task(work(4))]
        print("never")
    except* ValueError as eg:
        print(repr(eg), eg.exceptions, asyncio.get_running_loop().time())
    print([t.cancelled() for t in ts], asyncio.current_task().cancelling())

asyncio.run(main())
