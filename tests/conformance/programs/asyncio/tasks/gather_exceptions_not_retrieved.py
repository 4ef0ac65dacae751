import asyncio

async def fail(n):
    await asyncio.sleep(n)
    raise ValueError(n)

async def main():
    try:
        await asyncio.gather(fail(1), fail(2))
    except ValueError as e:
        print("caught", e)
    await asyncio.sleep(2)
    print("end of main")

asyncio.run(main())
