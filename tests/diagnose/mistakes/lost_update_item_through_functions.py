import asyncio

stock = {"apples": 10}


async def read():
    await asyncio.sleep(0.1)
    return stock["apples"]


async def write(n):
    await asyncio.sleep(0.1)
    stock["apples"] = n


async def sell(n):
    left = await read()
    await write(left - n)


async def main():
    await asyncio.gather(sell(1), sell(2))
    print(stock)


asyncio.run(main())
