import asyncio

async def worker():
    try:
        await asyncio.sleep(5)
    finally:
        raise ValueError("clean-up failed")

async def main():
    t = asyncio.create_task(worker())
    await asyncio.sleep(1)
    t.cancel()
    try:
        await t
    except ValueError as e:
        print(repr(e), repr(e.__context__))
    print(t.cancelled(), repr(t.exception()))

asyncio.run(main())
