import asyncio


async def fails():
    await asyncio.sleep(1)
    raise ValueError("the oven is broken")


async def sleeps():
    try:
        await asyncio.sleep(10)
        print("never printed")
    finally:
        print("sleeper cleaned up")


async def main():
    bad = asyncio.create_task(fails())
    good = asyncio.create_task(sleeps())
    print("waiting")
    await asyncio.gather(bad, good)
    print("never printed")


asyncio.run(main())
