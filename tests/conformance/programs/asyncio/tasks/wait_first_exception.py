import asyncio

async def work(n, fail=False):
    await asyncio.sleep(n)
    if fail:
        raise ValueError(n)
    return n

async def main():
    ts = [asyncio.create_task(work(1)), asyncio.create_task(work(2, True)), asyncio.create_task(work(3))]
    done, pending = await asyncio.wait(ts, return_when=asyncio.FIRST_EXCEPTION)
    print(len(done), len(pending), asyncio.get_running_loop().time(), [repr(t.exception()) for t in done])
    done, pending = await asyncio.wait([asyncio.create_task(work(1)), asyncio.create_task(work(2))], return_when=asyncio.FIRST_EXCEPTION)
    print(len(done), len(pending), asyncio.get_running_loop().time())
    await ts[2]

asyncio.run(main())
