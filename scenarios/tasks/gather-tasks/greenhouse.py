import asyncio


async def grow(flower, seconds):
    await asyncio.sleep(seconds)
    return flower


async def main():
    beds = [("rose", 2), ("tulip", 1), ("lily", 3)]
    plants = [asyncio.create_task(grow(flower, s), name=flower)
              for flower, s in beds]

    await asyncio.sleep(1.5)
    for plant in plants:
        print(plant.get_name(), "yes" if plant.done() else "no")

    print("💐", await asyncio.gather(*plants))


asyncio.run(main())
