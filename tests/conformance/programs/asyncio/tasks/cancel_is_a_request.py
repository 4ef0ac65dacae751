import asyncio

async def worker():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print("delivered at", asyncio.get_running_loop().time())
        await asyncio.sleep(1)
        print("clean-up done")
        raise

async def main():
    t = asyncio.create_task(worker())
    await asyncio.sleep(2)
    print("cancel() says", t.cancel(), "| cancelled:", t.cancelled(), "done:", t.done(), "cancelling:", t.cancelling())
    await asyncio.sleep(0)
    print("one pass later:", t.cancelled(), t.done())
    try:
        await t
    except asyncio.CancelledError:
        print("now:", t.cancelled(), t.done(), asyncio.get_running_loop().time())
    print(t.cancel())

asyncio.run(main())
