import asyncio


async def cook(dish, seconds):
    await asyncio.sleep(seconds)
    return dish


async def main():
    steak = asyncio.create_task(cook("🥩 steak", 5), name="steak")
    try:
        print("🍽️", await asyncio.wait_for(steak, 3))
    except TimeoutError:
        print("⏲️ too late")
    print("cancelled:", steak.cancelled())


asyncio.run(main())
