import asyncio


async def cook(dish, seconds):
    try:
        await asyncio.sleep(seconds)
        print(f"🔔 {dish} is ready")
        return dish
    except asyncio.CancelledError:
        print(f"🧽 {dish} is thrown away")
        raise


async def main():
    try:
        await asyncio.wait_for(cook("🥩 steak", 5), 2)
    except TimeoutError:
        print("⏲️ wait_for: no steak")

    try:
        async with asyncio.timeout(3):
            await cook("🥗 salad", 1)
            await cook("🍲 soup", 1)
            await cook("🍰 cake", 4)
    except TimeoutError:
        print("⏲️ timeout: two of three courses")

    pie = asyncio.create_task(cook("🥧 pie", 4), name="pie")
    done, pending = await asyncio.wait([pie], timeout=1)
    print(f"⏲️ wait: {len(pending)} still in the oven")
    print("😋", await pie)


asyncio.run(main())
