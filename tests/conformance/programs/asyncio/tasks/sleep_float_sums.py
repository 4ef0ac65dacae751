import asyncio

async def ticker(name, step, n):
    for _ in range(n):
        await asyncio.sleep(step)
    print(name, repr(asyncio.get_running_loop().time()))

async def main():
    await asyncio.gather(ticker("0.1", 0.1, 10), ticker("0.2", 0.2, 5), ticker("0.5", 0.5, 2), ticker("1.0", 1.0, 1))

asyncio.run(main())
