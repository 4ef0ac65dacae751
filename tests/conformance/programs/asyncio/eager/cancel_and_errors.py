import asyncio

async def worker():
    try:
        await asyncio.sleep(5)
    except asyncio.CancelledError:
        print("cancelled")
        raise

async def fails():
    raise ValueError("eagerly")

async def main():
    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
    t = asyncio.create_task(worker())
    t.cancel()
    print(await asyncio.gather(t, return_exceptions=True))
    try:
        await asyncio.gather(asyncio.sleep(1), fails())
    except ValueError as e:
        print(e, asyncio.get_running_loop().time())
    done, pending = await asyncio.wait([asyncio.create_task(asyncio.sleep(0)), asyncio.create_task(fails())])
    print(len(done), len(pending), sorted(repr(t.exception()) for t in done))

asyncio.run(main())
