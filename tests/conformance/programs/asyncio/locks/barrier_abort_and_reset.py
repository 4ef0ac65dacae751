import asyncio

async def waiter(name, barrier):
    try:
        await barrier.wait()
        print(name, "passed")
    except asyncio.BrokenBarrierError as e:
        print(name, "broken", repr(e))

async def main():
    barrier = asyncio.Barrier(3)
    ts = [asyncio.create_task(waiter(n, barrier)) for n in "ab"]
    await asyncio.sleep(1)
    await barrier.abort()
    await asyncio.gather(*ts)
    print(barrier.broken, barrier)
    await waiter("late", barrier)
    await barrier.reset()
    print(barrier.broken)
    ts = [asyncio.create_task(waiter(n, barrier)) for n in "cd"]
    await asyncio.sleep(1)
    await barrier.reset()
    await asyncio.gather(*ts)
    print(barrier)
    try:
        asyncio.Barrier(0)
    except ValueError as e:
        print(e)

asyncio.run(main())
