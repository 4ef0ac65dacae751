import asyncio

async def fails():
    raise ValueError("nobody looks")

async def main():
    t = asyncio.create_task(fails(), name="lonely")
    await asyncio.sleep(1)
    print("dropping it")
    del t
    print("after drop")
    await asyncio.sleep(1)

asyncio.run(main())
