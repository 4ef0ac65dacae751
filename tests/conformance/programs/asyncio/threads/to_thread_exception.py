import asyncio
import time

def bad():
    time.sleep(1)
    raise ValueError("in the thread")

async def main():
    try:
        await asyncio.to_thread(bad)
    except ValueError as e:
        print(e, asyncio.get_running_loop().time())
    print(await asyncio.gather(asyncio.to_thread(bad), return_exceptions=True))
    await asyncio.to_thread(bad)

asyncio.run(main())
