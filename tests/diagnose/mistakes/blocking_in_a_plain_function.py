import asyncio
import time


def wash():
    time.sleep(2)


async def main():
    async with asyncio.TaskGroup() as group:
        group.create_task(asyncio.sleep(1))
        await asyncio.sleep(0)
        wash()


asyncio.run(main())
