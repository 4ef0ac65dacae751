import asyncio


async def job():
    pass


async def main():
    task = asyncio.async(job())
    await task


asyncio.run(main())
