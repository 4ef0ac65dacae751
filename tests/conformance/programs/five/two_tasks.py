import asyncio


async def work(name, seconds):
    print(f"{name} starts")
    await asyncio.sleep(seconds)
    print(f"{name} done")


async def main():
    print("before")
    first = asyncio.create_task(work("first", 2))
    second = asyncio.create_task(work("second", 1))
    await asyncio.gather(first, second)
    print("after")


asyncio.run(main())
