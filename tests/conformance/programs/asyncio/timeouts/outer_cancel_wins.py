import asyncio

async def worker():
    try:
        async with asyncio.timeout(5) as t:
            await asyncio.sleep(10)
    except asyncio.CancelledError as e:
        print("cancelled, not timed out", t.expired(), asyncio.current_task().cancelling(), e.args)
        raise

async def main():
    t = asyncio.create_task(worker())
    await asyncio.sleep(1)
    t.cancel("outside")
    print(await asyncio.gather(t, return_exceptions=True))
    u = asyncio.create_task(worker())
    await asyncio.sleep(0)
    asyncio.get_running_loop().call_later(5, u.cancel)
    print(await asyncio.gather(u, return_exceptions=True), u.cancelled())

asyncio.run(main())
