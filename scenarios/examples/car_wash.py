import asyncio

LIMIT = 3


async def wash(car, minutes, places):
    print(f"🚗 {car} arrives")
    async with places:
        print(f"🧼 {car} in")
        await asyncio.sleep(minutes)
    print(f"✨ {car} clean")


async def main():
    places = asyncio.Semaphore(LIMIT)
    async with asyncio.TaskGroup() as yard:
        for number, minutes in enumerate((2, 1, 3, 1, 2, 1, 2), start=1):
            car = f"car {number}"
            yard.create_task(wash(car, minutes, places), name=car)
            await asyncio.sleep(0.2)


asyncio.run(main())
