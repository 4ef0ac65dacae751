import asyncio

async def fetch(name, seconds):
    print(name, "starts")
    await asyncio.sleep(seconds)
    print(name, "ends")
    return name

async def main():
    print(await asyncio.gather(fetch("a", 2), fetch("b", 1), fetch("c", 3)))
    print(asyncio.get_running_loop().time())
    print(await asyncio.gather())
    print(await asyncio.gather(*[fetch(str(i), 0) for i in range(2)]))

asyncio.run(main())
