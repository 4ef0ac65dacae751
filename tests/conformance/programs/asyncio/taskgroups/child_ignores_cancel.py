import asyncio

async def stubborn():
    for _ in range(3):
        try:
            await asyncio.sleep(1)
        except asyncio.CancelledError:
            print("ignored at", asyncio.get_running_loop().time())
    print("stubborn done", asyncio.get_running_loop().time())

async def fails():
    await asyncio.sleep(0.5)
    raise ValueError("x")

async def main():
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(stubborn())
            tg.create_task(fails())
    except* ValueError:
        print("group over", asyncio.get_running_loop().time())

asyncio.run(main())
