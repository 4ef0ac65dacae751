import asyncio

async def fetch(n):
    await asyncio.sleep(1)
    return 10 / n

async def compute(n):
    value = await fetch(n)
    return value + 1

async def main():
    print(await compute(5))
    print(await compute(0))

asyncio.run(main())
