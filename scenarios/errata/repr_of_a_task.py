import asyncio


async def work():
    await asyncio.sleep(1)


async def main():
    task = asyncio.create_task(work(), name="work")
    print("created:", task)
    await asyncio.sleep(0.5)
    print("waiting:", task)
    await task
    print("done:   ", task)


asyncio.run(main())
