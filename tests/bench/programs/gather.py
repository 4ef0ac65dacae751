# gather() of 1,000 tasks, 100 times sleep(0) in each; counted are switches.
# operations: 100000
import asyncio


async def worker():
    for _ in range(100):
        await asyncio.sleep(0)


async def main():
    await asyncio.gather(*[worker() for _ in range(1_000)])


asyncio.run(main())
