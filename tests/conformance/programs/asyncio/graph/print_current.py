import asyncio

async def inner():
    asyncio.print_call_graph()

async def work():
    await inner()

async def main():
    async with asyncio.TaskGroup() as tg:
        tg.create_task(work(), name="child")

asyncio.run(main())
