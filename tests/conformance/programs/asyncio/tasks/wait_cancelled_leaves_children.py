import asyncio

async def child():
    await asyncio.sleep(3)
    print("child finished at", asyncio.get_running_loop().time())

async def waiter(t):
    try:
        await asyncio.wait([t])
    except asyncio.CancelledError:
        print("waiter cancelled, child done:", t.done())
        raise

async def main():
    t = asyncio.create_task(child())
    w = asyncio.create_task(waiter(t))
    await asyncio.sleep(1)
    w.cancel()
    await t
    print(w.cancelled())

asyncio.run(main())
