import asyncio

def bad(x):
    raise ZeroDivisionError(x)

async def main():
    loop = asyncio.get_running_loop()
    loop.call_soon(bad, 1)
    loop.call_later(1, bad, 2)
    await asyncio.sleep(2)
    print("loop survives")

asyncio.run(main())
