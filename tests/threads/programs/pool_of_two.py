import asyncio, time
from concurrent.futures import ThreadPoolExecutor, as_completed
from functools import partial
def work(n, tag=""):
    time.sleep(n)
    return f"{n}{tag}"
with ThreadPoolExecutor(max_workers=2) as pool:
    jobs = [pool.submit(work, n) for n in (2, 1, 2, 1)]
    print([j.running() for j in jobs], jobs[3].cancel())
    for j in as_completed(jobs[:3]): print(j.result(), time.monotonic())
    print(list(pool.map(partial(work, tag="!"), [1, 2, 1])), time.monotonic())
async def main():
    loop, start = asyncio.get_running_loop(), time.monotonic()
    with ThreadPoolExecutor(2) as pool:
        print(await asyncio.gather(*(loop.run_in_executor(pool, work, 1) for _ in range(5))), time.monotonic() - start)
asyncio.run(main())
# [True, True, False, False] True
# 1 1.0
# 2 2.0
# 2 3.0
# ['1!', '2!', '1!'] 5.0
# ['1', '1', '1', '1', '1'] 3.0
