import asyncio


async def main():
    loop = asyncio.get_running_loop()
    queue = asyncio.Queue(loop=loop)
    await asyncio.sleep(1, loop=loop)


asyncio.run(main())
