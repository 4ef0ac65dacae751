import asyncio


async def cook(dish, seconds):
    await asyncio.sleep(seconds)
    return dish


async def main():
    salad = asyncio.create_task(cook("🥗 salad", 2), name="salad")
    try:
        print("🍽️", await asyncio.wait_for(salad, 3))
    except TimeoutError:
        print("⏲️ too late")
    print("cancelled:", salad.cancelled())


asyncio.run(main())
