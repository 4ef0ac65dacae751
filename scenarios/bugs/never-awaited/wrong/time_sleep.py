import asyncio
import time


async def countdown():
    for number in (3, 2, 1):
        print(f"🔢 {number}")
        time.sleep(1)
    print("🚀 lift-off")


async def main():
    await countdown()


asyncio.run(main())
