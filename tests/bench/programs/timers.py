# 10,000 tasks that sleep for different times, in no order.
# operations: 10000
import asyncio


async def sleeper(delay):
    await asyncio.sleep(delay)


async def main():
    await asyncio.gather(*[sleeper(1 + i * 7919 % 10_000 / 1_000) for i in range(10_000)])


asyncio.run(main())
