import asyncio


async def cook(name, first, second, tools):
    async with tools[first]:
        print(f"✋ {name} has the {first}")
        await asyncio.sleep(2)
    print(f"😋 {name} is done")


async def main():
    tools = {"knife": asyncio.Lock(), "board": asyncio.Lock()}
    await asyncio.gather(
        cook("Ana", "knife", "board", tools),
        cook("Bob", "board", "knife", tools),
    )


asyncio.run(main())
