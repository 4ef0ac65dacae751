import asyncio

def names():
    return [t.get_name() for t in asyncio.all_tasks()]

async def inner():
    print("inner sees", names())
    await asyncio.sleep(1)

async def outer():
    asyncio.create_task(asyncio.sleep(2), name="lazy")
    asyncio.create_task(inner(), name="inner", eager_start=True)
    print("outer sees", names())
    await asyncio.sleep(1)

async def main():
    t = asyncio.create_task(outer(), name="outer", eager_start=True)
    print("main sees", names())
    await t

asyncio.run(main())
