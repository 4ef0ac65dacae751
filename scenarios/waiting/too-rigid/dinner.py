import asyncio

PATIENCE = 5  # all the time the guest has


async def cook(dish, minutes):
    await asyncio.sleep(minutes)
    print(f"🔔 {dish} after {minutes}")
    return dish


async def main():
    loop = asyncio.get_running_loop()
    dishes = await asyncio.gather(
        cook("🥗 salad", 2),
        cook("🍕 pizza", 15),
        cook("🍨 dessert", 8),
    )
    print("🍽️", *dishes)
    print(f"😠 {loop.time():.1f}, and I had {PATIENCE}!")


asyncio.run(main())
