import asyncio


async def worker(seconds):
    await asyncio.sleep(seconds)


async def main():
    loop = asyncio.get_running_loop()
    print("🗼 running:", loop.is_running(), "time:", loop.time())
    workers = [asyncio.create_task(worker(s)) for s in (1, 2)]
    await asyncio.sleep(0.5)

    tasks = asyncio.all_tasks()
    print(f"📋 {loop.time()} s, tasks: {len(tasks)}")
    for task in sorted(tasks, key=lambda task: task.get_name()):
        print(f"   {task.get_name()} runs {task.get_coro().__name__}()")

    await asyncio.gather(*workers)
    print(f"📋 {loop.time()} s, tasks: {len(asyncio.all_tasks())}")


asyncio.run(main())
