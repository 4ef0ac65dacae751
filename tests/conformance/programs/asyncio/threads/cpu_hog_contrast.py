import asyncio
import time

def hog():
    time.sleep(1)
    return "hogged"

async def in_loop():
    return hog()

async def sleeper(n):
    await asyncio.sleep(n)
    return asyncio.get_running_loop().time()

async def main():
    loop = asyncio.get_running_loop()
    print(await asyncio.gather(in_loop(), sleeper(0.5), sleeper(1)), loop.time())
    start = loop.time()
    print(await asyncio.gather(asyncio.to_thread(hog), sleeper(0.5), sleeper(1)), loop.time() - start)

asyncio.run(main())
