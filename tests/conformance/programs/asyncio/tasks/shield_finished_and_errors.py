import asyncio

async def ok():
    return 1

async def bad():
    raise ValueError("shielded")

async def main():
    t = asyncio.create_task(ok())
    await t
    print(asyncio.shield(t) is t, await asyncio.shield(ok()))
    try:
        await asyncio.shield(bad())
    except ValueError as e:
        print(e)
    try:
        await asyncio.shield(5)
    except TypeError as e:
        print(e)

asyncio.run(main())
