import asyncio

async def leaf(n):
    await asyncio.sleep(n)

async def main():
    async def show():
        await asyncio.sleep(0.5)
        print(asyncio.format_call_graph(target))
    target = asyncio.create_task(leaf(1), name="target")
    async with asyncio.TaskGroup() as tg:
        tg.create_task(show(), name="show")
        await asyncio.gather(target, leaf(1))

asyncio.run(main())
