import asyncio


async def helper():
    return 1


async def main():
    print(asyncio.run(helper()))


asyncio.run(main())
