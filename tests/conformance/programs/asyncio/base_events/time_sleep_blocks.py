import asyncio
import time

async def polite(name):
    for i in range(3):
        await asyncio.sleep(1)
        print(name, i, asyncio.get_running_loop().time())

async def rude():
    await asyncio.sleep(0.5)
    time.sleep(2)
    print("rude is done", asyncio.get_running_loop().time())

async def main():
    await asyncio.gather(polite("p"), rude())

asyncio.run(main())
