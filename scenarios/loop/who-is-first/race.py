import asyncio


async def a():
    print("A start")
    await asyncio.sleep(1)
    print("A middle")
    await asyncio.sleep(1)
    print("A end")


async def b():
    print("B start")
    await asyncio.sleep(2)
    print("B end")


async def main():
    await asyncio.gather(a(), b())


asyncio.run(main())
