import asyncio

async def parent(tg, depth):
    print("depth", depth)
    await asyncio.sleep(1)
    if depth < 3:
        tg.create_task(parent(tg, depth + 1))

async def main():
    async with asyncio.TaskGroup() as tg:
        tg.create_task(parent(tg, 0))
    print("all generations", asyncio.get_running_loop().time())

asyncio.run(main())
