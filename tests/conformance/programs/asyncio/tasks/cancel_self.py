import asyncio

async def worker():
    print("cancelling myself", asyncio.current_task().cancel())
    print("still running")
    try:
        await asyncio.sleep(0)
        print("never")
    except asyncio.CancelledError:
        print("at the next await")
        raise

async def no_more_awaits():
    asyncio.current_task().cancel()
    return "lost"

async def main():
    print(await asyncio.gather(worker(), return_exceptions=True))
    t = asyncio.create_task(no_more_awaits())
    try:
        print(await t)
    except asyncio.CancelledError:
        print("a cancel that was never delivered still counts", t.cancelled())

asyncio.run(main())
