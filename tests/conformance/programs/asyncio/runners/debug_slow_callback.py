import asyncio
import time

async def blocking():
    time.sleep(0.5)

async def main():
    await asyncio.create_task(blocking())
    loop = asyncio.get_running_loop()
    loop.slow_callback_duration = 1
    await asyncio.create_task(blocking())
    print("over")

asyncio.run(main(), debug=True)
