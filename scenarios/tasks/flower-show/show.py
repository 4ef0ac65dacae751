import asyncio


async def grow(flower, days, withers=None):
    print(f"🌰 {flower} planted")
    for day in range(1, days + 1):
        await asyncio.sleep(1)
        if day == withers:
            raise RuntimeError(f"{flower} withered")
        print(f"🌱 {flower}, day {day}")
    print(f"🌸 {flower} blooms")
    return flower


async def main():
    rose = asyncio.create_task(grow("rose", 3), name="rose")
    tulip = asyncio.create_task(grow("tulip", 2, withers=2), name="tulip")
    lily = asyncio.create_task(grow("lily", 4), name="lily")
    results = await asyncio.gather(rose, tulip, lily,
                                   return_exceptions=True)
    print("🏵️", results)


asyncio.run(main())
