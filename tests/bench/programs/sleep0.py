# Task switches: ten tasks that hand the loop to each other.
# operations: 200000
import asyncio


async def worker(n):
    for _ in range(n):
        await asyncio.sleep(0)


async def main():
    await asyncio.gather(*[worker(20_000) for _ in range(10)])


asyncio.run(main())
