import asyncio

async def fails():
    await asyncio.sleep(1)
    raise ValueError("inside")

async def inner():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print("inner cancelled")
        raise

async def main():
    try:
        await asyncio.wait_for(fails(), 5)
    except ValueError as e:
        print(e)
    t = asyncio.create_task(asyncio.wait_for(inner(), 5))
    await asyncio.sleep(1)
    t.cancel()
    try:
        await t
    except asyncio.CancelledError:
        print("wait_for cancelled", asyncio.get_running_loop().time())

asyncio.run(main())
