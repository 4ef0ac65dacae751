import asyncio


async def pasta():
    await asyncio.sleep(2)
    print("🍝 into the water")
    await asyncio.sleep(3)
    print("🍝 ready")


async def salad():
    await asyncio.sleep(1)
    print("🥗 dressing")
    await asyncio.sleep(1)
    print("🥗 ready")


async def main():
    dishes = [asyncio.create_task(pasta()), asyncio.create_task(salad())]
    for dish in dishes:
        await dish


asyncio.run(main())
