import asyncio

async def work(name, seconds, fail=False):
    try:
        await asyncio.sleep(seconds)
        if fail:
            raise ValueError(name)
        print(name, "finished at", asyncio.get_running_loop().time())
        return name
    except asyncio.CancelledError:
        print(name, "cancelled")
        raise

async def main():
    try:
        await asyncio.gather(work("a", 1), work("b", 2, True), work("c", 3), work("d", 4, True))
    except ValueError as e:
        print("gather raised", e, asyncio.get_running_loop().time())
    await asyncio.sleep(3)
    print("end")

asyncio.run(main())
