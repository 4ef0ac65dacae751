import asyncio


async def cook(dish, minutes):
    await asyncio.sleep(minutes)
    return dish


async def main():
    salad = asyncio.create_task(cook("🥗 salad", 2), name="salad")
    pizza = asyncio.create_task(cook("🍕 pizza", 15), name="pizza")
    dessert = asyncio.create_task(cook("🍨 dessert", 8), name="dessert")
    done, pending = await asyncio.wait(
        [salad, pizza, dessert],
        return_when=asyncio.FIRST_COMPLETED,
    )
    print("🍽️", done.pop().result())
    for task in pending:
        task.cancel()


asyncio.run(main())
