import asyncio


async def plant(name, days, fails=False):
    for day in range(days):
        await asyncio.sleep(1)
        if fails:
            raise RuntimeError(f"{name} has withered")
    print(name, "blooms")


async def main():
    try:
        await asyncio.gather(plant("rose", 3), plant("tulip", 2, fails=True), plant("lily", 4))
    except RuntimeError as error:
        print(error)
    await asyncio.sleep(5)


asyncio.run(main())
