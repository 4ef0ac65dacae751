import asyncio


async def backup():
    await asyncio.sleep(1)
    raise OSError("the disk is full")


async def main():
    task = asyncio.create_task(backup())
    await asyncio.sleep(2)
    print("all is well")


asyncio.run(main())
