import asyncio


async def worker(queue):
    while True:
        await queue.get()


async def main():
    queue = asyncio.Queue()
    for n in range(3):
        queue.put_nowait(n)
    task = asyncio.create_task(worker(queue))
    await queue.join()
    task.cancel()


asyncio.run(main())
