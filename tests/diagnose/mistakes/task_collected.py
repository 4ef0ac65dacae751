import asyncio
import gc


async def backup():
    await asyncio.Future()
    print("saved")


async def main():
    asyncio.create_task(backup())
    await asyncio.sleep(1)
    gc.collect()
    await asyncio.sleep(1)
    print("all saved?")


asyncio.run(main())
