import asyncio

async def waiter(n, cond):
    async with cond:
        await cond.wait()
        print("woken", n)

async def main():
    cond = asyncio.Condition()
    ts = [asyncio.create_task(waiter(n, cond)) for n in range(5)]
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    async with cond:
        cond.notify(2)
    await asyncio.sleep(1)
    print("--")
    async with cond:
        cond.notify(n=99)
    await asyncio.gather(*ts)

asyncio.run(main())
