import asyncio

async def inner():
    try:
        await asyncio.sleep(5)
    except asyncio.CancelledError:
        print("inner cancelled")
        raise

async def outer(task):
    try:
        await task
    except asyncio.CancelledError:
        print("outer cancelled")
        raise

async def main():
    i = asyncio.create_task(inner())
    o = asyncio.create_task(outer(i))
    await asyncio.sleep(1)
    o.cancel()
    print(i.cancelling(), o.cancelling())
    await asyncio.wait([i, o])
    print(i.cancelled(), o.cancelled(), asyncio.get_running_loop().time())

asyncio.run(main())
