import asyncio

ORDERS = [("🥗 salad", 2, 3), ("🍝 pasta", 4, 5), ("🍖 roast", 8, 6)]


async def cook(dish, seconds):
    await asyncio.sleep(seconds)
    return dish


async def main():
    loop = asyncio.get_running_loop()
    for dish, needs, limit in ORDERS:
        try:
            await asyncio.wait_for(cook(dish, needs), limit)
            print(f"🍽️ {dish} at {loop.time():.1f}")
        except TimeoutError:
            print(f"⏲️ {dish} given up at {loop.time():.1f}")


asyncio.run(main())
