import asyncio


async def a():
    await asyncio.sleep(1)
    await asyncio.sleep(1)
    print("A: end")


async def b():
    await asyncio.sleep(2)
    print("B: end")


async def main():
    await asyncio.gather(a(), b())


asyncio.run(main())
