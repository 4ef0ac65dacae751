import asyncio

async def runner(name, delay, barrier):
    await asyncio.sleep(delay)
    print(name, "at the barrier", barrier.n_waiting)
    place = await barrier.wait()
    print(name, "passes as", place, asyncio.get_running_loop().time())

async def main():
    barrier = asyncio.Barrier(3)
    print(barrier, barrier.parties, barrier.n_waiting, barrier.broken)
    await asyncio.gather(runner("a", 1, barrier), runner("b", 3, barrier), runner("c", 2, barrier))
    await asyncio.gather(*(runner(n, 0, barrier) for n in "xyz"))

asyncio.run(main())
