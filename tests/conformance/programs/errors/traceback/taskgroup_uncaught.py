import asyncio

async def fails(n):
    await asyncio.sleep(n)
    raise ValueError(f"failure {n}")

async def main():
    async with asyncio.TaskGroup() as tg:
        tg.create_task(fails(1))
        tg.create_task(fails(1))
        tg.create_task(asyncio.sleep(10))

asyncio.run(main())
