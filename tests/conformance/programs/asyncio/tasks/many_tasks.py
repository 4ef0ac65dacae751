import asyncio

async def work(i):
    await asyncio.sleep(i % 7 / 10)
    return i

async def main():
    results = await asyncio.gather(*(work(i) for i in range(1000)))
    print(sum(results), len(results), asyncio.get_running_loop().time())

asyncio.run(main())
