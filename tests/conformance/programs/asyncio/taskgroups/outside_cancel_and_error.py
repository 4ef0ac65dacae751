import asyncio

async def child():
    try:
        await asyncio.sleep(5)
    except asyncio.CancelledError:
        raise ValueError("broke while cancelled")

async def grouped():
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(child())
    except* ValueError as eg:
        print(eg.exceptions, asyncio.current_task().cancelling())
    print("after the group")
    await asyncio.sleep(0)
    print("went on")

async def main():
    t = asyncio.create_task(grouped())
    await asyncio.sleep(1)
    t.cancel()
    print(await asyncio.gather(t, return_exceptions=True), t.cancelled(), t.cancelling())

asyncio.run(main())
