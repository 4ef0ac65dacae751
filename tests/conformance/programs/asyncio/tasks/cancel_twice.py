import asyncio

async def worker():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print("first", asyncio.current_task().cancelling())
        try:
            await asyncio.sleep(10)
        except asyncio.CancelledError:
            print("second", asyncio.current_task().cancelling())
            raise

async def main():
    t = asyncio.create_task(worker())
    await asyncio.sleep(1)
    print(t.cancel(), t.cancel(), t.cancelling())
    await asyncio.sleep(1)
    print(t.cancel(), t.cancelling())
    await asyncio.wait([t])
    print(t.cancelled(), t.cancelling(), t.cancel())

asyncio.run(main())
