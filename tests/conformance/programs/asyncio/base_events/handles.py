import asyncio

async def main():
    loop = asyncio.get_running_loop()
    h = loop.call_later(1, print, "never")
    print(h.when(), h.cancelled(), type(h).__name__)
    h.cancel()
    print(h.cancelled())
    s = loop.call_soon(print, "never either")
    s.cancel()
    print(type(s).__name__, s.cancelled())
    await asyncio.sleep(2)
    print(loop.time())

asyncio.run(main())
