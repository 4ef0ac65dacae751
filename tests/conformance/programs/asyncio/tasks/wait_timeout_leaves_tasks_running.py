import asyncio

async def work(n):
    await asyncio.sleep(n)
    print("finished", n)
    return n

async def main():
    ts = [asyncio.create_task(work(n)) for n in (1, 2, 3)]
    done, pending = await asyncio.wait(ts, timeout=2.5)
    print(len(done), len(pending), [t.cancelled() for t in pending], asyncio.get_running_loop().time())
    await asyncio.sleep(1)
    print([t.done() for t in ts])

asyncio.run(main())
