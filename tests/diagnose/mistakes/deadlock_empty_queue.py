import asyncio


async def consumer(queue):
    while True:
        print(await queue.get())


async def main():
    queue = asyncio.Queue()
    task = asyncio.create_task(consumer(queue))
    await queue.put("soup")
    await task


asyncio.run(main())
