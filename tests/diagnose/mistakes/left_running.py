import asyncio


async def save():
    await asyncio.sleep(2)
    print("saved")


async def main():
    asyncio.create_task(save())
    await asyncio.sleep(1)
    print("bye")


asyncio.run(main())
