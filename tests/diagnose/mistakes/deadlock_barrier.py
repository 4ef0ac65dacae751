import asyncio


async def runner(start):
    await start.wait()
    print("go")


async def main():
    start = asyncio.Barrier(3)
    await asyncio.gather(runner(start), runner(start))


asyncio.run(main())
