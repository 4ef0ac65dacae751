import asyncio

async def work():
    try:
        await asyncio.sleep(5)
    except asyncio.CancelledError:
        print("child cancelled")
        raise

async def main():
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(work())
            await asyncio.sleep(1)
            raise KeyError("in body")
    except* KeyError as eg:
        print(repr(eg), asyncio.get_running_loop().time())
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(work())
            raise ValueError("before the child began")
    except* ValueError as eg:
        print(repr(eg))

asyncio.run(main())
