import asyncio

async def waiter(name, barrier):
    try:
        print(name, await barrier.wait())
    except asyncio.CancelledError:
        print(name, "cancelled", barrier.n_waiting)
        raise

async def main():
    barrier = asyncio.Barrier(2)
    t = asyncio.create_task(waiter("a", barrier))
    await asyncio.sleep(1)
    t.cancel()
    await asyncio.wait([t])
    print(barrier.n_waiting, barrier.broken)
    await asyncio.gather(waiter("b", barrier), waiter("c", barrier))

asyncio.run(main())
