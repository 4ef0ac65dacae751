import asyncio
import time
from concurrent.futures import ThreadPoolExecutor
from functools import partial

def job(name, seconds=1):
    time.sleep(seconds)
    return name

async def main():
    loop = asyncio.get_running_loop()
    print(await loop.run_in_executor(None, job, "default"), loop.time())
    with ThreadPoolExecutor(max_workers=3) as pool:
        print(await asyncio.gather(*(loop.run_in_executor(pool, partial(job, n, seconds=s)) for n, s in (("a", 2), ("b", 1), ("c", 3)))))
    print(loop.time())

asyncio.run(main())
