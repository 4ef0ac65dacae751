import asyncio


async def cook(chef, minutes):
    await asyncio.sleep(minutes)
    print(f"🔔 {chef} after {minutes}")
    return chef


async def main():
    loop = asyncio.get_running_loop()
    chefs = await asyncio.gather(
        cook("Ana", 3),
        cook("Bob", 1),
        cook("Cem", 5),
    )
    print(f"🏆 {loop.time():.1f}: now who of {chefs} was first?")


asyncio.run(main())
