import asyncio

async def work(n):
    try:
        await asyncio.sleep(n)
        return n
    except asyncio.CancelledError:
        print("cancelled", n)
        raise

async def main():
    try:
        async with asyncio.timeout(2):
            await asyncio.gather(work(1), work(3), work(4))
    except TimeoutError:
        print("gather timed out", asyncio.get_running_loop().time())
    try:
        async with asyncio.timeout(2):
            async with asyncio.TaskGroup() as tg:
                tg.create_task(work(1))
                tg.create_task(work(3))
    except TimeoutError:
        print("group timed out", asyncio.get_running_loop().time())

asyncio.run(main())
