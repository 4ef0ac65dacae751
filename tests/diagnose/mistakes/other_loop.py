import asyncio

queue = asyncio.Queue()


async def take():
    async with asyncio.timeout(1):
        await queue.get()


async def main():
    try:
        await take()
    except TimeoutError:
        print("nothing")


asyncio.run(main())
asyncio.run(main())
