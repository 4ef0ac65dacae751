import asyncio


async def worker(queue, done):
    while True:
        item = await queue.get()
        try:
            await asyncio.sleep(item)
            done.append(item)
        finally:
            queue.task_done()


async def main():
    queue, done = asyncio.Queue(maxsize=2), []
    workers = [asyncio.create_task(worker(queue, done)) for _ in range(3)]
    for n in range(6):
        await queue.put(n)
    await queue.join()
    for w in workers:
        w.cancel()
    await asyncio.gather(*workers, return_exceptions=True)
    print(done)


asyncio.run(main())
