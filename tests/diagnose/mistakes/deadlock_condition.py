import asyncio


async def main():
    ready = asyncio.Condition()
    async with ready:
        await ready.wait()


asyncio.run(main())
