import asyncio

async def waiter(cond):
    async with cond:
        try:
            await cond.wait()
        except asyncio.CancelledError:
            print("cancelled, but holding the lock:", cond.locked())
            raise

async def main():
    cond = asyncio.Condition()
    t = asyncio.create_task(waiter(cond))
    await asyncio.sleep(1)
    async with cond:
        t.cancel()
        await asyncio.sleep(2)
        print("main still has the lock")
    await asyncio.wait([t])
    print(t.cancelled(), cond.locked(), asyncio.get_running_loop().time())

asyncio.run(main())
