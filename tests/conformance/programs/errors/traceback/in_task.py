import asyncio

async def job(name):
    await asyncio.sleep(1)
    raise RuntimeError(f"{name} broke")

async def main():
    task = asyncio.create_task(job("first"))
    await asyncio.sleep(2)
    print("task done:", task.done())
    await task

asyncio.run(main())
