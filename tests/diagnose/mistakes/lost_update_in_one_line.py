import asyncio

total = 0


async def fetch(n):
    await asyncio.sleep(n)
    return n


async def add(n):
    global total
    total += await fetch(n)


async def main():
    await asyncio.gather(add(1), add(2))
    print(total)


asyncio.run(main())
