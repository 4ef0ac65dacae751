import asyncio

async def main():
    loop = asyncio.get_running_loop()
    for i in range(200):
        loop.call_later(100 + i, print, "never").cancel()
    loop.call_later(5, print, "five")
    await asyncio.sleep(1)
    print(loop.time())

asyncio.run(main())
