import asyncio
import time
import threading
from concurrent.futures import ThreadPoolExecutor

def blocking(n):
    time.sleep(n)
    return f"{n} by {threading.current_thread().name.split('_')[0]}"

async def tick():
    for i in range(4):
        print("tick", i, time.monotonic())
        await asyncio.sleep(0.5)

async def main():
    loop = asyncio.get_running_loop()
    t = asyncio.create_task(tick())
    print(await asyncio.to_thread(blocking, 1))
    with ThreadPoolExecutor(max_workers=2, thread_name_prefix="pool") as pool:
        print(await asyncio.gather(*(loop.run_in_executor(pool, blocking, n) for n in (0.3, 0.6))))
    print(await loop.run_in_executor(None, sum, [1, 2, 3]))
    await t
    try:
        await asyncio.to_thread(int, "x")
    except ValueError as e:
        print(e)

asyncio.run(main())
