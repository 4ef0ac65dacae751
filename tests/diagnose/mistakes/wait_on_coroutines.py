import asyncio


async def job():
    pass


async def main():
    await asyncio.wait([job(), job()])


asyncio.run(main())
