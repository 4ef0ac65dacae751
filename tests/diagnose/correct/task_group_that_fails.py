import asyncio


async def fails():
    await asyncio.sleep(1)
    raise ValueError("no")


async def works():
    await asyncio.sleep(5)


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(fails())
            group.create_task(works())
            await asyncio.sleep(3)
    except* ValueError as errors:
        print(errors.exceptions)


asyncio.run(main())
