import asyncio
import time

async def main():
    loop = asyncio.get_running_loop()
    print(loop.get_debug(), loop.slow_callback_duration)
    await asyncio.sleep(0.1)

asyncio.run(main(), debug=True)
asyncio.run(main(), debug=False)
