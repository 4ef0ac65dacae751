import asyncio

class Stop(BaseException):
    pass

async def child():
    await asyncio.sleep(1)
    raise KeyboardInterrupt

async def other():
    try:
        await asyncio.sleep(5)
    except asyncio.CancelledError:
        print("other cancelled")
        raise

async def main():
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(child())
            tg.create_task(other())
    except BaseException as e:
        print("group raised", repr(e))
        raise

try:
    asyncio.run(main())
except KeyboardInterrupt:
    print("stopped")
