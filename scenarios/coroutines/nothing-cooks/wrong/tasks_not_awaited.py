import asyncio


async def brew_tea():
    print("🫖 tea: water on")
    await asyncio.sleep(2)
    print("🫖 tea is ready")


async def boil_egg():
    print("🥚 egg: into the pot")
    await asyncio.sleep(1)
    print("🥚 egg is ready")


async def main():
    asyncio.create_task(brew_tea())
    asyncio.create_task(boil_egg())
    print("🍽️ breakfast is served")


asyncio.run(main())
