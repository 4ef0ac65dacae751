import asyncio


async def work():
    pass


async def main():
    print("main runs in", asyncio.current_task().get_name())
    task = asyncio.create_task(work())
    print("the first created is", task.get_name())
    await task


asyncio.run(main())
