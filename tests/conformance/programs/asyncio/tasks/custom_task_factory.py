import asyncio

def factory(loop, coro, **kwargs):
    print("factory:", coro.__name__, sorted(kwargs))
    return asyncio.Task(coro, loop=loop, **kwargs)

async def work():
    return "made"

async def main():
    loop = asyncio.get_running_loop()
    print(loop.get_task_factory())
    loop.set_task_factory(factory)
    print(await asyncio.create_task(work()))
    print(await asyncio.create_task(work(), name="n"))
    print(await asyncio.gather(work()))
    loop.set_task_factory(None)
    await asyncio.create_task(work())
    try:
        loop.set_task_factory(5)
    except TypeError as e:
        print(e)

asyncio.run(main())
