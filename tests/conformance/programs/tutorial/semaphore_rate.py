import asyncio, time
from contextlib import asynccontextmanager

active = peak = 0

@asynccontextmanager
async def counted():
    global active, peak
    active += 1
    peak = max(peak, active)
    try:
        yield active
    finally:
        active -= 1

async def call(i, sem):
    async with sem, counted() as n:
        print(f"[{time.monotonic():4.1f}] call {i} starts, {n} active")
        await asyncio.sleep(1 + i % 2)
    return i * i

async def main():
    sem = asyncio.Semaphore(2)
    print(await asyncio.gather(*[call(i, sem) for i in range(5)]))
    print(f"{peak = }, {sem.locked() = }, {sem!r:.30}")

asyncio.run(main())
