import asyncio

async def main():
    a, b = asyncio.get_event_loop(), asyncio.get_running_loop()
    print(a is b, isinstance(a, asyncio.AbstractEventLoop))
    a.call_soon(lambda: print("callback:", asyncio.get_event_loop() is b))
    await asyncio.sleep(0)

asyncio.run(main())
