import asyncio


async def train(wagons):
    for number in range(1, wagons + 1):
        await asyncio.sleep(1)
        yield f"🚃 wagon {number}"
    print("🚂 that was all")


async def clock():
    while True:
        await asyncio.sleep(0.8)
        print("🕐 tick")


async def main():
    ticking = asyncio.create_task(clock(), name="clock")
    async for wagon in train(3):
        print(wagon)
    ticking.cancel()


asyncio.run(main())
