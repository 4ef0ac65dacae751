import asyncio


async def tidy():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print("tidied up")


async def main():
    task = asyncio.create_task(tidy())
    await asyncio.sleep(1)
    task.cancel()
    await task
    print(task.cancelled())


asyncio.run(main())
