import asyncio

async def leaf(n):
    await asyncio.sleep(n)
    print("leaf", n)
    return n

async def main():
    inner = asyncio.gather(leaf(2), leaf(1))
    print(await asyncio.gather(inner, leaf(1), asyncio.gather(leaf(0), leaf(3))))
    print(asyncio.get_running_loop().time())

asyncio.run(main())
