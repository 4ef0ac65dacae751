import asyncio


async def nothing():
    print("2️⃣ inside an await, and still main's turn")


async def other():
    print("4️⃣ the other task has its first turn")


async def main():
    task = asyncio.create_task(other())
    print("1️⃣ main begins")
    await nothing()
    print("3️⃣ an await, and nobody else had a turn")
    await task


asyncio.run(main())
