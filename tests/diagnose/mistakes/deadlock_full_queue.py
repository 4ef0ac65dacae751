import asyncio


async def main():
    queue = asyncio.Queue(maxsize=2)
    for n in range(3):
        await queue.put(n)
    print("never")


asyncio.run(main())
