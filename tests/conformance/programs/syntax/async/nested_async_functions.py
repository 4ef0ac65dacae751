import asyncio

async def outer(factor):
    results = []

    async def inner(x):
        nonlocal factor
        await asyncio.sleep(x / 10)
        factor += 1
        results.append((x, factor))

    await asyncio.gather(*(inner(x) for x in (3, 1, 2)))
    return results

async def main():
    print(await outer(100))
    handlers = {name: (lambda n: lambda: asyncio.sleep(0.1, n))(name) for name in "ab"}
    print([await handlers[k]() for k in handlers])

asyncio.run(main())
