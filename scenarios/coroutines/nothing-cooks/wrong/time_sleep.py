import asyncio
import time


async def brew_tea():
    print("🫖 tea: water on")
    time.sleep(2)
    print("🫖 tea is ready")


async def boil_egg():
    print("🥚 egg: into the pot")
    time.sleep(1)
    print("🥚 egg is ready")


async def main():
    await asyncio.gather(brew_tea(), boil_egg())
    print("🍽️ breakfast is served")


asyncio.run(main())
