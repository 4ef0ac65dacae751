import asyncio

PLACES = 2


async def wash(car, places):
    async with places:
        print(f"🧼 {car} in")
        await asyncio.sleep(1)
    print(f"✨ {car} clean")


async def main():
    places = asyncio.Semaphore(PLACES)
    cars = ["🚗 one", "🚙 two", "🚕 three", "🚌 four", "🚚 five", "🚜 six"]
    await asyncio.gather(*[wash(car, places) for car in cars])


asyncio.run(main())
