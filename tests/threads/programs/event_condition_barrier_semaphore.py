import threading, time
go = threading.Event()
def waiter(n):
    print(n, "waits")
    print(n, go.wait(), time.monotonic())
for n in range(2): threading.Thread(target=waiter, args=(n,)).start()
time.sleep(1)
go.set()
time.sleep(1)
cond, items = threading.Condition(), []
def consumer():
    with cond:
        print("woken", cond.wait_for(lambda: items), time.monotonic())
threading.Thread(target=consumer).start()
time.sleep(1)
with cond:
    items.append("x")
    cond.notify()
time.sleep(0)
barrier = threading.Barrier(3)
def party(n):
    time.sleep(n)
    barrier.wait()
    print("passed", n, time.monotonic())
ts = [threading.Thread(target=party, args=(n,)) for n in range(3)]
for t in ts: t.start()
for t in ts: t.join()
gate = threading.Semaphore(2)
def visit(n):
    with gate:
        time.sleep(1)
        print("out", n, time.monotonic())
ts = [threading.Thread(target=visit, args=(n,)) for n in range(4)]
for t in ts: t.start()
for t in ts: t.join()
# 0 waits
# 1 waits
# 0 True 1.0
# 1 True 1.0
# woken ['x'] 3.0
# passed 2 5.0
# passed 0 5.0
# passed 1 5.0
# out 0 6.0
# out 1 6.0
# out 2 7.0
# out 3 7.0
