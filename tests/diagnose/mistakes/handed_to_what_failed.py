import asyncio


async def job():
    print("never seen")


try:
    asyncio.create_task(job())
except RuntimeError as error:
    print(error)
