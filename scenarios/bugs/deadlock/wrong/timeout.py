import asyncio


async def cook(name, first, second, tools):
    try:
        async with asyncio.timeout(3):
            async with tools[first]:
                print(f"✋ {name} has the {first}")
                await asyncio.sleep(1)
                async with tools[second]:
                    print(f"✋ {name} has the {second}")
                    await asyncio.sleep(1)
    except TimeoutError:
        print(f"😭 {name} is hungry")
        return
    print(f"😋 {name} is done")


async def main():
    tools = {"knife": asyncio.Lock(), "board": asyncio.Lock()}
    await asyncio.gather(
        cook("Ana", "knife", "board", tools),
        cook("Bob", "board", "knife", tools),
    )


asyncio.run(main())
