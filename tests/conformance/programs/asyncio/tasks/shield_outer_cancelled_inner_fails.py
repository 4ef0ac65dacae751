import asyncio

async def fails():
    await asyncio.sleep(2)
    raise ValueError("after the outer was cancelled")

async def main():
    t = asyncio.create_task(fails())
    s = asyncio.shield(t)
    await asyncio.sleep(1)
    s.cancel()
    try:
        await s
    except asyncio.CancelledError:
        print("outer cancelled")
    await asyncio.sleep(2)
    print("done:", t.done())

asyncio.run(main())
