# Task switches through a chain of 50 awaits.
# operations: 50000
import asyncio


async def nest(depth):
    if depth > 1:
        await nest(depth - 1)
    else:
        for _ in range(25_000):
            await asyncio.sleep(0)


async def main():
    await asyncio.gather(nest(50), nest(50))


asyncio.run(main())
