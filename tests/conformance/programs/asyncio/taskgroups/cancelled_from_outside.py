import asyncio

async def child(n):
    try:
        await asyncio.sleep(n)
    except asyncio.CancelledError:
        print("child", n, "cancelled")
        raise

async def grouped():
    async with asyncio.TaskGroup() as tg:
        tg.create_task(child(3))
        tg.create_task(child(4))
    print("never")

async def main():
    t = asyncio.create_task(grouped())
    await asyncio.sleep(1)
    t.cancel()
    try:
        await t
    except asyncio.CancelledError:
        print("group cancelled", t.cancelled(), asyncio.get_running_loop().time())

asyncio.run(main())
