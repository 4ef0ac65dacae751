import asyncio


async def course(dish, seconds):
    await asyncio.sleep(seconds)
    print(f"🍽️ {dish}")


async def main():
    loop = asyncio.get_running_loop()
    try:
        async with asyncio.timeout(5) as closing:
            await course("🥗 salad", 2)
            await course("🍝 pasta", 2)
            closing.reschedule(loop.time() + 3)
            print(f"🕙 put off to {closing.when():.1f}")
            await course("🍰 cake", 2)
    except TimeoutError:
        print("🚪 closed")
    print(f"👋 {loop.time():.1f}, expired: {closing.expired()}")


asyncio.run(main())
