# What a run costs before it does anything.
# operations: 1
import asyncio


async def main():
    pass


asyncio.run(main())
