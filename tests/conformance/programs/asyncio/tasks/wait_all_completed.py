import asyncio

async def work(n):
    await asyncio.sleep(n)
    return n

async def main():
    ts = [asyncio.create_task(work(n), name=f"w{n}") for n in (3, 1, 2)]
    done, pending = await asyncio.wait(ts)
    print([t.get_name() for t in done], pending, asyncio.get_running_loop().time())
    done, pending = await asyncio.wait(ts, return_when=asyncio.ALL_COMPLETED)
    print(len(done), asyncio.get_running_loop().time())

asyncio.run(main())
