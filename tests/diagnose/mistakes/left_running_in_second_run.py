import asyncio


async def first():
    await asyncio.sleep(1)


async def save():
    await asyncio.sleep(5)
    print("saved")


async def second():
    task = asyncio.create_task(save())
    await asyncio.sleep(2)


asyncio.run(first())
asyncio.run(second())
