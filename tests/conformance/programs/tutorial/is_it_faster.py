import asyncio
import time

def sync_task():
    time.sleep(1)
    return 1

async def async_task():
    await asyncio.sleep(1)
    return 1

def run_sync():
    start = time.time()
    total = sum(sync_task() for _ in range(5))
    return total, time.time() - start

async def run_async():
    start = time.time()
    total = sum(await asyncio.gather(*[async_task() for _ in range(5)]))
    return total, time.time() - start

total, seconds = run_sync()
print(f"sync:  {total} in {seconds:.2f} s")
total, faster = asyncio.run(run_async())
print(f"async: {total} in {faster:.2f} s, {seconds / faster:.1f}x")
