import asyncio

async def good():
    try:
        await asyncio.sleep(5)
        print("never")
    except asyncio.CancelledError:
        print("cancelled by the end of run, at", asyncio.get_running_loop().time())
        raise

async def bad():
    await asyncio.sleep(1)
    raise KeyError("k")

async def main():
    try:
        await asyncio.gather(good(), bad())
    except KeyError as e:
        print("caught", e)

asyncio.run(main())
