import asyncio

async def waiter(name, cond):
    async with cond:
        print(name, "waiting")
        print(name, await cond.wait(), "woken", asyncio.get_running_loop().time())
        await asyncio.sleep(1)
    print(name, "left")

async def main():
    cond = asyncio.Condition()
    ts = [asyncio.create_task(waiter(n, cond)) for n in "abc"]
    await asyncio.sleep(1)
    async with cond:
        print(cond)
        cond.notify()
        print("notified one")
    await asyncio.sleep(0.5)
    async with cond:
        cond.notify_all()
    await asyncio.gather(*ts)
    print(asyncio.get_running_loop().time())

asyncio.run(main())
