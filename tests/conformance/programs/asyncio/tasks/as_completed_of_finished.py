import asyncio

async def f(x):
    return x

async def main():
    ts = [asyncio.create_task(f(x)) for x in "abc"]
    await asyncio.wait(ts)
    for c in asyncio.as_completed(ts):
        print(await c)

asyncio.run(main())
