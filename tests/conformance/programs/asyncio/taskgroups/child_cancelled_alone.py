import asyncio

async def work(n):
    await asyncio.sleep(n)
    print("finished", n)

async def main():
    async with asyncio.TaskGroup() as tg:
        a = tg.create_task(work(1))
        b = tg.create_task(work(2))
        await asyncio.sleep(0.5)
        a.cancel()
    print(a.cancelled(), b.done(), asyncio.get_running_loop().time())

asyncio.run(main())
