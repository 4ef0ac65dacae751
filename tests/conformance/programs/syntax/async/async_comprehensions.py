import asyncio

async def numbers(n):
    for i in range(n):
        await asyncio.sleep(0.1)
        yield i

async def double(x):
    await asyncio.sleep(1)
    return 2 * x

async def main():
    print([x async for x in numbers(4) if x % 2])
    print({x: str(x) async for x in numbers(3)})
    print(sorted({x % 2 async for x in numbers(4)}))
    print([await double(x) for x in range(3)])
    print([(a, b) async for a in numbers(2) for b in "xy"])
    gen = (x * 10 async for x in numbers(2))
    print(type(gen).__name__, [v async for v in gen])
    print(round(asyncio.get_running_loop().time(), 6))

asyncio.run(main())
