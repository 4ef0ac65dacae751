from concurrent.futures import ThreadPoolExecutor, as_completed, wait, FIRST_COMPLETED
import time
def work(n):
    time.sleep(n)
    return n
with ThreadPoolExecutor(8) as pool:
    for f in as_completed([pool.submit(work, n) for n in (3, 1, 2)]):
        print(f.result(), time.monotonic())
    done, not_done = wait([pool.submit(work, n) for n in (2, 1)], return_when=FIRST_COMPLETED)
    print([f.result() for f in done], len(not_done), time.monotonic())
print(time.monotonic())
