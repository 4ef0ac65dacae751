import time
start = time.time()
n = 0
while time.time() - start < 0.002:
    n += 1
print(n, round(time.monotonic(), 6))
time.sleep(1)
a = [time.monotonic() for _ in range(1003)]
print(a[0] == a[999], a[1000] > a[999], round(a[1002] - a[0], 9))
