import asyncio


async def grow(flower, seconds):
    print(f"🌰 {flower} planted")
    await asyncio.sleep(seconds)
    print(f"🌸 {flower} blooms")
    return flower


async def main():
    rose = asyncio.create_task(grow("rose", 2), name="rose")
    tulip = asyncio.create_task(grow("tulip", 1), name="tulip")
    orchid = asyncio.create_task(grow("orchid", 3), name="orchid")
    await asyncio.sleep(1.5)
    orchid.cancel()

    results = []
    for plant in (rose, tulip, orchid):
        try:
            results.append(await plant)
        except asyncio.CancelledError:
            results.append("Cancelled")
    print("💐", results)


asyncio.run(main())
