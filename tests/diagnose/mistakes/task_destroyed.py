import asyncio
import gc


async def waits_for_nobody():
    await asyncio.get_running_loop().create_future()


async def main():
    asyncio.create_task(waits_for_nobody())
    await asyncio.sleep(1)
    gc.collect()
    print("gone")


asyncio.run(main())
