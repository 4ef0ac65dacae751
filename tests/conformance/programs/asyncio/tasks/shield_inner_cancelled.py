import asyncio

async def inner():
    await asyncio.sleep(5)

async def main():
    t = asyncio.create_task(inner())
    s = asyncio.shield(t)
    await asyncio.sleep(1)
    t.cancel()
    try:
        await s
    except asyncio.CancelledError:
        print("inner cancelled through", s.cancelled(), t.cancelled())

asyncio.run(main())
