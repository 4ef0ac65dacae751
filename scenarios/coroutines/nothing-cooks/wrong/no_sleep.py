import asyncio


async def brew_tea():
    print("🫖 tea: water on")
    await asyncio.sleep(0)
    print("🫖 tea is ready")


async def boil_egg():
    print("🥚 egg: into the pot")
    await asyncio.sleep(0)
    print("🥚 egg is ready")


async def main():
    await brew_tea()
    await boil_egg()
    print("🍽️ breakfast is served")


asyncio.run(main())
