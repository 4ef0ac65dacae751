import asyncio

async def work(name, n):
    print(name, "starts, current:", asyncio.current_task().get_name())
    if n:
        await asyncio.sleep(n)
    print(name, "ends")
    return name

async def main():
    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
    a = asyncio.create_task(work("a", 0))
    print("a done:", a.done(), a.result(), a.get_name())
    b = asyncio.create_task(work("b", 1), name="B")
    print("b done:", b.done(), asyncio.current_task().get_name())
    print(await asyncio.gather(a, b, work("c", 0)))

asyncio.run(main())
