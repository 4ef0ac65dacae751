import asyncio

async def work(n):
    try:
        await asyncio.sleep(n)
    except asyncio.CancelledError:
        print("child", n, "cancelled at", asyncio.get_running_loop().time())
        raise

async def group():
    try:
        await asyncio.gather(work(3), work(4), work(0.5))
    except asyncio.CancelledError:
        print("gather cancelled")
        raise

async def main():
    t = asyncio.create_task(group())
    await asyncio.sleep(1)
    t.cancel()
    print(await asyncio.gather(t, return_exceptions=True))

asyncio.run(main())
