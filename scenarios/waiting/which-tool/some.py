import asyncio


async def cook(dish, minutes):
    await asyncio.sleep(minutes)
    return dish


async def main():
    salad = asyncio.create_task(cook("🥗 salad", 2), name="salad")
    pizza = asyncio.create_task(cook("🍕 pizza", 15), name="pizza")
    dessert = asyncio.create_task(cook("🍨 dessert", 8), name="dessert")
    done, pending = await asyncio.wait([salad, pizza, dessert], timeout=10)
    print("🍽️", *[task.result() for task in done])
    for task in pending:
        print("🥡 to take away:", await task)


asyncio.run(main())
