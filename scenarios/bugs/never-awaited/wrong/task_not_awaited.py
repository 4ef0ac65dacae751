import asyncio


async def countdown():
    for number in (3, 2, 1):
        print(f"🔢 {number}")
        asyncio.create_task(asyncio.sleep(1))
    print("🚀 lift-off")


async def main():
    await countdown()


asyncio.run(main())
