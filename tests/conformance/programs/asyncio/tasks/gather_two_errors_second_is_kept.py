import asyncio

async def fail(n):
    await asyncio.sleep(n)
    raise ValueError(n)

async def main():
    ts = [asyncio.create_task(fail(n)) for n in (1, 2)]
    try:
        await asyncio.gather(*ts)
    except ValueError as e:
        print("first", e)
    try:
        await ts[1]
    except ValueError as e:
        print("second", e)

asyncio.run(main())
