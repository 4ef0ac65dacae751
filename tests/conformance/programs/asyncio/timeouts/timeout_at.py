import asyncio

async def main():
    loop = asyncio.get_running_loop()
    await asyncio.sleep(1)
    try:
        async with asyncio.timeout_at(loop.time() + 2) as t:
            print(t.when())
            await asyncio.sleep(10)
    except TimeoutError:
        print("at", loop.time())
    try:
        async with asyncio.timeout_at(1):
            print("entered although it is over")
            await asyncio.sleep(0)
            print("never")
    except TimeoutError:
        print("past deadline", loop.time())
    async with asyncio.timeout_at(None):
        await asyncio.sleep(1)
    print(loop.time())

asyncio.run(main())
