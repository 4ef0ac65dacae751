import threading
lock = threading.Lock()
local = threading.local()
count = 0
def add():
    global count
    local.x = threading.current_thread().name
    for _ in range(10):
        with lock:
            count += 1
    print(local.x)
ts = [threading.Thread(target=add, name=f"t{i}") for i in range(3)]
for t in ts: t.start()
for t in ts: t.join()
print(count, lock.locked(), lock.acquire(), lock.acquire(blocking=False), lock.release())
