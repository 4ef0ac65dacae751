from concurrent.futures import ThreadPoolExecutor, TimeoutError
import time
def bad(n):
    time.sleep(n)
    raise KeyError(n)
pool = ThreadPoolExecutor(2)
f = pool.submit(bad, 1)
try:
    f.result(timeout=0.5)
except TimeoutError as e:
    print("timeout", time.monotonic())
try:
    f.result()
except KeyError as e:
    print("KeyError", e, time.monotonic(), repr(f.exception()))
pool.shutdown()
print(time.monotonic())
