import asyncio

async def worker():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError as e:
        print("worker got", repr(e), e.args)
        raise

async def main():
    t = asyncio.create_task(worker())
    await asyncio.sleep(1)
    t.cancel("stop please")
    try:
        await t
    except asyncio.CancelledError as e:
        print("main got", repr(e))
    u = asyncio.create_task(worker())
    u.cancel(msg="not started")
    try:
        await u
    except asyncio.CancelledError as e:
        print("main got", repr(e))
    try:
        u.result()
    except asyncio.CancelledError as e:
        print("result", repr(e))

asyncio.run(main())
