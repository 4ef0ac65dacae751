import asyncio


async def plant(name, days, fails=False):
    await asyncio.sleep(days)
    if fails:
        raise RuntimeError(name)
    return name


async def main():
    print(await asyncio.gather(plant("rose", 3), plant("tulip", 2, True), return_exceptions=True))
    tasks = [asyncio.create_task(plant("lily", 4)), asyncio.create_task(plant("aster", 1, True))]
    try:
        await asyncio.gather(*tasks)
    except RuntimeError:
        print(await tasks[0])
    tasks = [asyncio.create_task(plant("lily", 4)), asyncio.create_task(plant("aster", 1, True))]
    try:
        await asyncio.gather(*tasks)
    except RuntimeError:
        tasks[0].cancel()
        await asyncio.wait(tasks)


asyncio.run(main())
