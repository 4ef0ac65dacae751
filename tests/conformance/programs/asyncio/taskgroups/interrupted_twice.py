import asyncio
async def boom():
    raise KeyboardInterrupt()
async def f3():
    async with asyncio.TaskGroup() as tg:
        tg.create_task(boom())
async def main():
    try:
        async with asyncio.TaskGroup() as tg60:
            tg60.create_task(f3())
    except BaseException as e:
        print("--", "main", repr(e))
    await asyncio.sleep(5)
with asyncio.Runner() as runner:
    print("run", runner.run(main()))
