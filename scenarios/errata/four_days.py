import asyncio


async def grow():
    for day in range(1, 8):
        print(f"🌱 day {day}")
        await asyncio.sleep(1)


async def main():
    try:
        await asyncio.wait_for(grow(), 3.5)
    except TimeoutError:
        print("⌛ time is up")


asyncio.run(main())
