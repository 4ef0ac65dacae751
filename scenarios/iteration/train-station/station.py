import asyncio


async def train():
    for number in (1, 2, 3):
        await asyncio.sleep(1)
        print(f"🚃 wagon {number} arrives")
        yield number


async def unload(number):
    await asyncio.sleep(2)
    print(f"📦 wagon {number} unloaded")


async def main():
    async for number in train():
        await unload(number)
    print("🏁 the train is empty")


asyncio.run(main())
