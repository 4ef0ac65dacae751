import asyncio


async def main():
    try:
        async with asyncio.timeout(1):
            print("👂 open ears")
            await asyncio.sleep(3)
            print("🙂 three seconds later")
            await asyncio.sleep(1)
            print("🍽️ served")
    except TimeoutError:
        print("🔔 closing time heard")


asyncio.run(main())
