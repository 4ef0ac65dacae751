import asyncio

async def work(n):
    await asyncio.sleep(n)
    return n

async def main():
    ts = [asyncio.create_task(work(n)) for n in (1, 2, 3)]
    asyncio.get_running_loop().call_later(1.5, ts[1].cancel)
    try:
        await asyncio.gather(*ts)
    except asyncio.CancelledError as e:
        print("CancelledError", e.args, asyncio.get_running_loop().time())
    print([t.done() for t in ts])
    u = asyncio.create_task(work(5))
    asyncio.get_running_loop().call_later(1, u.cancel, "msg")
    print(await asyncio.gather(u, work(2), return_exceptions=True))

asyncio.run(main())
