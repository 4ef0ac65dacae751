import asyncio


async def work():
    await asyncio.sleep(1)


async def main():
    tasks = [asyncio.create_task(work(), name=n) for n in "cab"]
    everybody = asyncio.all_tasks()
    print(type(everybody).__name__, "of", len(everybody))
    print(sorted(task.get_name() for task in everybody))
    await asyncio.gather(*tasks)


asyncio.run(main())
