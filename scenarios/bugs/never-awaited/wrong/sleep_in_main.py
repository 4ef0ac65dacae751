import asyncio


async def countdown():
    for number in (3, 2, 1):
        print(f"🔢 {number}")
        pass
    print("🚀 lift-off")


async def main():
    await asyncio.sleep(3)
    await countdown()


asyncio.run(main())
