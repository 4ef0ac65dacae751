import asyncio

async def sleeper(name, *parts):
    for part in parts:
        await asyncio.sleep(part)
    print(name, asyncio.get_running_loop().time())

async def main():
    await asyncio.gather(
        sleeper("1+1+1", 1, 1, 1), sleeper("2+1", 2, 1), sleeper("1+2", 1, 2), sleeper("3", 3),
        sleeper("0+3", 0, 3), sleeper("1.5+1.5", 1.5, 1.5))

asyncio.run(main())
