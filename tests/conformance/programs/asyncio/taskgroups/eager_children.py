import asyncio

async def work(n):
    print("start", n)
    if n == 0:
        raise ValueError("at once")
    try:
        await asyncio.sleep(n)
    except asyncio.CancelledError:
        print("cancelled", n)
        raise

async def main():
    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(work(1))
            tg.create_task(work(0))
            print("still in the body")
            await asyncio.sleep(5)
    except* ValueError as eg:
        print(eg.exceptions)

asyncio.run(main())
