import asyncio


async def course(dish, seconds):
    await asyncio.sleep(seconds)
    print(f"🍽️ {dish}")


async def main():
    loop = asyncio.get_running_loop()
    try:
        async with asyncio.timeout(5):
            await course("🥗 salad", 2)
            await course("🍝 pasta", 2)
            await course("🍰 cake", 2)
    except TimeoutError:
        print(f"🚪 closed at {loop.time():.1f}")


asyncio.run(main())
