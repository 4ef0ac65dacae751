import asyncio


async def job():
    return 1


async def main():
    once = job()
    print(await once)
    print(await once)


asyncio.run(main())
