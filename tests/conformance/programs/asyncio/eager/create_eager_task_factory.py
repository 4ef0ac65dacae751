import asyncio

class MyTask(asyncio.Task):
    pass

async def f(n):
    print("f", n)
    await asyncio.sleep(n)
    return n

async def main():
    loop = asyncio.get_running_loop()
    loop.set_task_factory(asyncio.create_eager_task_factory(MyTask))
    t = asyncio.create_task(f(1), name="mine")
    print(type(t).__name__, t.get_name(), t.done(), asyncio.current_task() is not t)
    print(await t)

asyncio.run(main())
