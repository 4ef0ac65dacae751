import asyncio

async def fails():
    await asyncio.sleep(1)
    raise ValueError("nobody looks at me")

async def forgotten():
    pass

async def main():
    t = asyncio.create_task(fails())
    forgotten()
    await asyncio.sleep(2)
    del t
    print("end")

asyncio.run(main())
