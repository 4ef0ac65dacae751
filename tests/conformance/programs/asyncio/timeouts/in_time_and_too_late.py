import asyncio

async def main():
    loop = asyncio.get_running_loop()
    async with asyncio.timeout(3) as t:
        await asyncio.sleep(1)
    print(t.expired(), loop.time())
    try:
        async with asyncio.timeout(2) as t:
            print("inside", t.when(), t.expired())
            await asyncio.sleep(5)
            print("never")
    except TimeoutError as e:
        print(repr(e), repr(e.__cause__), t.expired(), loop.time())
    async with asyncio.timeout(None) as t:
        await asyncio.sleep(5)
    print(t.when(), t.expired(), loop.time(), asyncio.current_task().cancelling())

asyncio.run(main())
