import asyncio


async def work():
    await asyncio.sleep(9)


async def main():
    task = asyncio.create_task(work())
    try:
        await asyncio.wait_for(task, 1)
    except TimeoutError:
        print("cancelled:", task.cancelled(), "done:", task.done())
        print("one more cancel():", task.cancel())


asyncio.run(main())
