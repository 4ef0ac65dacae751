import asyncio

async def work(n):
    await asyncio.sleep(n)
    return n

async def main():
    ts = [asyncio.create_task(work(n), name=f"w{n}") for n in (3, 1, 2)]
    pending = set(ts)
    while pending:
        done, pending = await asyncio.wait(pending, return_when=asyncio.FIRST_COMPLETED)
        print([t.result() for t in done], sorted(t.get_name() for t in pending), asyncio.get_running_loop().time())

asyncio.run(main())
