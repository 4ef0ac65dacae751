import asyncio

async def worker():
    await asyncio.sleep(1)
    return "not cancelled"

async def main():
    t = asyncio.create_task(worker())
    t.cancel()
    print(t.uncancel(), t.cancelling())
    try:
        print(await t)
    except asyncio.CancelledError:
        print("cancelled all the same")

asyncio.run(main())
