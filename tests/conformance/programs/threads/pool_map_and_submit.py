from concurrent.futures import ThreadPoolExecutor
import time
def work(n):
    time.sleep(n)
    return n * n
with ThreadPoolExecutor(max_workers=4) as pool:
    f = pool.submit(work, 2)
    print(f.done(), f.result(), f.done(), time.monotonic())
    print(list(pool.map(work, [3, 1, 2])), time.monotonic())
    g = pool.submit(work, 4)
print(g.done(), g.result(), time.monotonic())
try:
    pool.submit(work, 1)
except RuntimeError as e:
    print(e)
