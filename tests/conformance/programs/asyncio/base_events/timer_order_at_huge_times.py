import asyncio

async def main():
    loop = asyncio.get_running_loop()
    await asyncio.sleep(1e9)
    print(loop.time())
    await asyncio.sleep(0.1)
    print(loop.time())
    await asyncio.sleep(1e-9)
    print(loop.time())

asyncio.run(main())
