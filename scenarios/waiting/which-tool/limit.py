import asyncio


async def cook(dish, minutes):
    await asyncio.sleep(minutes)
    return dish


async def main():
    salad = asyncio.create_task(cook("🥗 salad", 2), name="salad")
    pizza = asyncio.create_task(cook("🍕 pizza", 15), name="pizza")
    dessert = asyncio.create_task(cook("🍨 dessert", 8), name="dessert")
    try:
        async with asyncio.timeout(5):
            dishes = await asyncio.gather(salad, pizza, dessert)
        print("🍽️", *dishes)
    except TimeoutError:
        print("🚪 the guest leaves")


asyncio.run(main())
