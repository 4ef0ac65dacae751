import asyncio


async def job():
    pass


task = asyncio.create_task(job())
