import asyncio

async def value(x):
    await asyncio.sleep(0)
    return x

async def main():
    print(await value(2) + await value(3) * 2)
    print([await value(1), await value(2)], {"k": await value("v")})
    print(f"{await value('in f-string')!r:>15}")
    print(-await value(5), await value(2) ** 3, not await value(0))
    print(await value([1, 2])[0:1] if False else (await value([1, 2]))[0])
    if await value(True) and await value("yes"):
        print("both")
    x = y = await value(9)
    print(x, y, (await value("chain")).upper())

asyncio.run(main())
