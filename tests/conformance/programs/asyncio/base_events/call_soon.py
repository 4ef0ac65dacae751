import asyncio

async def main():
    loop = asyncio.get_running_loop()
    loop.call_soon(print, "soon 1")
    loop.call_soon(print, "soon", 2)
    loop.call_soon(lambda: loop.call_soon(print, "nested"))
    print("scheduled")
    await asyncio.sleep(0)
    print("one pass")
    await asyncio.sleep(0)
    print("two passes")

asyncio.run(main())
