import asyncio

async def fails():
    await asyncio.sleep(1)
    raise ValueError("child")

async def main():
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(fails())
            try:
                await asyncio.sleep(10)
            except asyncio.CancelledError as e:
                print("body cancelled", asyncio.current_task().cancelling(), e.args)
                raise
    except* ValueError as eg:
        print(eg.exceptions, asyncio.current_task().cancelling(), asyncio.get_running_loop().time())
    await asyncio.sleep(1)
    print("main not cancelled")

asyncio.run(main())
