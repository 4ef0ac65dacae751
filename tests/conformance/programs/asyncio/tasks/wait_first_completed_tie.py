import asyncio

async def work(name, n):
    await asyncio.sleep(n)
    return name

async def main():
    ts = [asyncio.create_task(work(n, s), name=n) for n, s in (("a", 2), ("b", 1), ("c", 1), ("d", 1))]
    done, pending = await asyncio.wait(ts, return_when=asyncio.FIRST_COMPLETED)
    print([t.get_name() for t in done], [t.get_name() for t in pending])
    for t in pending:
        t.cancel()
    done, pending = await asyncio.wait(pending)
    print([(t.get_name(), t.cancelled()) for t in done], pending)

asyncio.run(main())
