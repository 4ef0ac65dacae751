import asyncio
import time

def blocking(n):
    print("thread starts", n)
    time.sleep(n)
    print("thread ends", n)
    return n * 10

async def ticker():
    for i in range(4):
        print("tick", i, asyncio.get_running_loop().time())
        await asyncio.sleep(0.9)

async def main():
    t = asyncio.create_task(ticker())
    print(await asyncio.to_thread(blocking, 2), asyncio.get_running_loop().time())
    await t

asyncio.run(main())
