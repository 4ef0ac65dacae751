import asyncio


async def cook(name, first, second, tools):
    async with tools[first]:
        print(f"✋ {name} has the {first}")
        await asyncio.sleep(1)
        async with tools[second]:
            print(f"✋ {name} has the {second}")
            await asyncio.sleep(1)
    print(f"😋 {name} is done")


async def main():
    tools = {"knife": asyncio.Lock(), "board": asyncio.Lock()}
    await cook("Ana", "knife", "board", tools)
    await cook("Bob", "board", "knife", tools)


asyncio.run(main())
