import asyncio


async def train():
    for number in (1, 2, 3):
        await asyncio.sleep(1)
        print(f"🚃 wagon {number} arrives")
        yield number


async def unload(number):
    await asyncio.sleep(2)
    print(f"📦 wagon {number} unloaded")



async def worker(yard):
    while True:
        await unload(await yard.get())
        yard.task_done()


async def main():
    yard = asyncio.Queue()
    workers = [asyncio.create_task(worker(yard)) for _ in range(3)]
    async for number in train():
        await yard.put(number)
    await yard.join()
    for task in workers:
        task.cancel()
    print("🏁 the train is empty")


asyncio.run(main())
