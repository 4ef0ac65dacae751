import asyncio

async def sleeper(name, seconds):
    await asyncio.sleep(seconds)
    print(name, repr(asyncio.get_running_loop().time()))

async def main():
    await asyncio.gather(sleeper("late", 1.0000000005), sleeper("on time", 1.0), sleeper("after", 1.000000002))

asyncio.run(main())
