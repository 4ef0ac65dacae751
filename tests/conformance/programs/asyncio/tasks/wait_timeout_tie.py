import asyncio

async def work(n):
    await asyncio.sleep(n)

async def main():
    t = asyncio.create_task(work(1))
    await asyncio.sleep(0)
    done, pending = await asyncio.wait([t], timeout=1)
    print(len(done), len(pending))
    t = asyncio.create_task(work(1))
    done, pending = await asyncio.wait([t], timeout=1)
    print(len(done), len(pending))
    done, pending = await asyncio.wait([t], timeout=0)
    print(len(done), len(pending))
    await asyncio.sleep(0)
    print(t.done())

asyncio.run(main())
