import time
print(time.time(), time.monotonic(), time.perf_counter(), time.process_time())
time.sleep(1.25)
print(time.time(), time.monotonic(), time.perf_counter())
print(time.time_ns(), time.monotonic_ns(), time.perf_counter_ns())
start = time.perf_counter()
time.sleep(0)
print(time.perf_counter() - start, f"{time.time() - 1767225600:.2f}")
