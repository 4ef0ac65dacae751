import asyncio

async def fetch(name, n):
    await asyncio.sleep(n)
    return name

async def main():
    for c in asyncio.as_completed([fetch("a", 1), fetch("b", 1), fetch("c", 0), fetch("d", 1)]):
        print(await c)

asyncio.run(main())
