import asyncio


async def grow(seconds):
    print("🌱 running  ", asyncio.current_task())
    await asyncio.sleep(seconds)
    return "🌸"


async def main():
    rose = asyncio.create_task(grow(1), name="rose")
    cactus = asyncio.create_task(grow(9), name="cactus")
    print("🌰 created  ", rose)
    await asyncio.sleep(0.5)
    print("⏳ pending  ", rose)
    await asyncio.sleep(0.5)
    print("🌸 done     ", rose)

    cactus.cancel()
    print("✋ asked    ", cactus)
    await asyncio.sleep(0.5)
    print("🥀 cancelled", cactus)


asyncio.run(main())
