import asyncio

async def f(x):
    if x == 2:
        raise ValueError("two")
    return x

async def main():
    ts = [asyncio.create_task(f(x)) for x in (1, 2, 3)]
    await asyncio.sleep(1)
    print([t.done() for t in ts])
    try:
        await asyncio.gather(*ts)
    except ValueError as e:
        print(e)
    print(await asyncio.gather(*ts, return_exceptions=True))
    print(await asyncio.gather(ts[0], ts[2]))

asyncio.run(main())
