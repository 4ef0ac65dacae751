import asyncio

async def main():
    loop = asyncio.get_running_loop()
    try:
        async with asyncio.timeout(1):
            try:
                await asyncio.sleep(5)
            finally:
                await asyncio.sleep(2)
                print("cleaned up at", loop.time())
    except TimeoutError:
        print("timeout at", loop.time())

asyncio.run(main())
