import asyncio

class Stop(BaseException):
    pass

async def child():
    await asyncio.sleep(1)
    raise Stop("enough")

async def main():
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(child())
            tg.create_task(asyncio.sleep(9))
    except* Stop as eg:
        print(type(eg).__name__, eg.exceptions)

asyncio.run(main())
