import asyncio


async def cook(dish, seconds):
    await asyncio.sleep(seconds)
    return dish


async def main():
    menu = [
        cook("🍲 soup", 2),
        cook("🍝 pasta", 3),
        cook("🥗 salad", 1),
    ]
    for next_dish in asyncio.as_completed(menu):
        dish = await next_dish
        print("📸", dish)
    print("🖼️ the album is full")


asyncio.run(main())
