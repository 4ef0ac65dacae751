import asyncio

FILES = 10
SLOW = 1  # seconds for file 1; all others take 1


async def download(number):
    await asyncio.sleep(SLOW if number == 1 else 1)
    print(f"📦 file {number}")


async def main():
    await asyncio.gather(*[download(n) for n in range(1, FILES + 1)])
    print("✅ all here")


asyncio.run(main())
