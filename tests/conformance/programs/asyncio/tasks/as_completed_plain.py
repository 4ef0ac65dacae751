import asyncio

async def fetch(n):
    await asyncio.sleep(n)
    return n

async def main():
    for c in asyncio.as_completed([fetch(3), fetch(1), fetch(2)]):
        print(type(c).__name__, await c, asyncio.get_running_loop().time())

asyncio.run(main())
