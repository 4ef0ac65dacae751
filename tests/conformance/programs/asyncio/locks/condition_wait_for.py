import asyncio

items = []

async def consumer(name, cond):
    async with cond:
        r = await cond.wait_for(lambda: items)
        print(name, "got", items.pop(0), r)

async def producer(cond):
    for i in range(3):
        await asyncio.sleep(1)
        async with cond:
            items.append(i)
            cond.notify()

async def main():
    cond = asyncio.Condition()
    await asyncio.gather(*(consumer(n, cond) for n in "abc"), producer(cond))
    async with cond:
        print(await cond.wait_for(lambda: "true at once"))

asyncio.run(main())
