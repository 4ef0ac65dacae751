import asyncio

FILES = 10
SLOW = 1  # seconds for file 1; all others take 1


async def download(number):
    await asyncio.sleep(SLOW if number == 1 else 1)
    print(f"📦 file {number}")


async def main():
    for number in range(1, FILES + 1):
        await download(number)
    print("✅ all here")


asyncio.run(main())
