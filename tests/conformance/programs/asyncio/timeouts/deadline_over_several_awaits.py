import asyncio

async def main():
    loop = asyncio.get_running_loop()
    try:
        async with asyncio.timeout(2.5):
            for i in range(5):
                await asyncio.sleep(1)
                print("step", i, loop.time())
    except TimeoutError:
        print("stopped at", loop.time())

asyncio.run(main())
