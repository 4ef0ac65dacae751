import asyncio


async def download(number):
    print(f"📦 {number} begins")
    await asyncio.sleep(1)


async def main():
    downloads = [download(1), download(2)]
    await asyncio.sleep(3)
    print("🕒 3 s later, and nothing has begun")
    await asyncio.gather(*downloads)


asyncio.run(main())
