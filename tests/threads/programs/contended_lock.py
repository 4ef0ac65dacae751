import threading, time
lock = threading.Lock()
def work(name):
    for i in range(2):
        with lock:
            print(name, i, "in", time.monotonic())
            time.sleep(1)
for name in "ab":
    threading.Thread(target=work, args=(name,)).start()
print("main", lock.locked(), lock.acquire(timeout=0.5), time.monotonic())
# a 0 in 0.0
# main True False 0.5
# b 0 in 1.0
# a 1 in 2.0
# b 1 in 3.0
