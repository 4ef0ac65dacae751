import asyncio

async def work(name):
    print("in", name)
    return name

async def main():
    t = asyncio.create_task(work("a"))
    print("created, done:", t.done())
    u = asyncio.create_task(work("b"))
    print("created both")
    await asyncio.sleep(0)
    print("after one pass:", t.done(), u.done())
    print(await t, await u)

asyncio.run(main())
