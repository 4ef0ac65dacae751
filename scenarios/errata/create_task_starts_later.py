import asyncio


async def work():
    print("2️⃣ the task begins")


async def main():
    task = asyncio.create_task(work())
    print("1️⃣ main goes on")
    await task
    print("3️⃣ main is back")


asyncio.run(main())
