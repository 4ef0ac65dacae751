# Task switches through a chain of 1 await.
# operations: 50000
import asyncio


async def nest(depth):
    if depth > 1:
        await nest(depth - 1)
    else:
        for _ in range(25_000):
            await asyncio.sleep(0)


async def main():
    await asyncio.gather(nest(1), nest(1))


asyncio.run(main())
