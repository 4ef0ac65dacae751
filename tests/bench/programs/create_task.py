# create_task() and await it.
# operations: 50000
import asyncio


async def work(x):
    return x


async def main():
    for i in range(50_000):
        await asyncio.create_task(work(i))


asyncio.run(main())
