import asyncio


async def course(dish, seconds):
    await asyncio.sleep(seconds)
    print(f"🍽️ {dish}")


async def main():
    loop = asyncio.get_running_loop()
    async with asyncio.timeout(10):
        await course("🍝 pasta", 2)
        try:
            async with asyncio.timeout(1):
                await course("☕ coffee", 3)
        except TimeoutError:
            print(f"🚫 no coffee at {loop.time():.1f}")
        await course("🍰 cake", 2)
    print(f"👋 {loop.time():.1f}")


asyncio.run(main())
