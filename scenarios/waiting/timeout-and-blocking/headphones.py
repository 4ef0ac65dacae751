import asyncio
import time


async def main():
    try:
        async with asyncio.timeout(1):
            print("🎧 headphones on")
            time.sleep(3)  # holds the loop
            print("🙉 headphones off")
            await asyncio.sleep(1)
            print("🍽️ served")
    except TimeoutError:
        print("🔔 closing time heard")


asyncio.run(main())
