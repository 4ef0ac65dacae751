import asyncio

async def main():
    f = asyncio.Future()
    print(f, f.get_loop() is asyncio.get_running_loop())
    f.set_result(1)
    print(await f)

asyncio.run(main())
loop = asyncio.new_event_loop()
g = asyncio.Future(loop=loop)
loop.call_later(2, g.set_result, "later")
print(loop.run_until_complete(g), loop.time())
loop.close()
try:
    asyncio.Future()
except RuntimeError as e:
    print(e)
