import asyncio

async def work():
    print("runs once")
    await asyncio.sleep(1)
    return object

async def main():
    c = work()
    a, b = await asyncio.gather(c, c)
    print(a is b)
    t = asyncio.create_task(work())
    print(len(await asyncio.gather(t, t, t)))

asyncio.run(main())
