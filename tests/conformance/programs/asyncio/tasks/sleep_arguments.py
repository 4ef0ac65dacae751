import asyncio

async def main():
    loop = asyncio.get_running_loop()
    print(await asyncio.sleep(1), await asyncio.sleep(0.5, "result"), await asyncio.sleep(0, result="now"), await asyncio.sleep(-5, "negative"))
    print(loop.time())
    print(await asyncio.sleep(True), loop.time())
    for wrong in ("1", None, float("nan"), [1]):
        try:
            await asyncio.sleep(wrong)
        except (TypeError, ValueError) as e:
            print(type(e).__name__, e)
    try:
        await asyncio.sleep(1, loop=loop)
    except TypeError as e:
        print(e)
    await asyncio.sleep(1e-9)
    print(loop.time())

asyncio.run(main())
