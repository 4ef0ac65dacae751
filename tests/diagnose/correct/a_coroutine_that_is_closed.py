import asyncio


async def job():
    pass


async def main():
    coroutine = job()
    coroutine.close()
    task = asyncio.create_task(job())
    await task
    failed = asyncio.create_task(asyncio.sleep(0))
    await failed
    print(failed.exception())


asyncio.run(main())
