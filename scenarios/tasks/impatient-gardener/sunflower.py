import asyncio

PATIENCE = 3.5


async def grow():
    for day in range(1, 8):
        print(f"🌱 day {day}")
        await asyncio.sleep(1)
    return "🌻"


async def main():
    sunflower = asyncio.create_task(grow(), name="sunflower")
    try:
        print(await asyncio.wait_for(sunflower, PATIENCE), "in bloom!")
    except TimeoutError:
        print(f"🥀 no bloom after {PATIENCE} s, pulled out")
    print("cancelled:", sunflower.cancelled(), "done:", sunflower.done())
    print("one more cancel() does something:", sunflower.cancel())


asyncio.run(main())
