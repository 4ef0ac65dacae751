import asyncio

async def work(n):
    await asyncio.sleep(n)
    return n

async def main():
    ts = [asyncio.create_task(work(n)) for n in (0, 1)]
    done, pending = await asyncio.wait(ts, timeout=0)
    print(len(done), len(pending))
    done, pending = await asyncio.wait(ts, timeout=0)
    print(len(done), len(pending), asyncio.get_running_loop().time())
    await asyncio.wait(ts)

asyncio.run(main())
