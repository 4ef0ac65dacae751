import threading, queue
e = threading.Event()
print(e.is_set(), e.wait(0)); e.set(); print(e.wait(), e.is_set())
q = queue.Queue(maxsize=2)
q.put(1); q.put(2)
try:
    q.put_nowait(3)
except queue.Full:
    print("full")
print(q.get(), q.get(), q.empty(), q.qsize())
try:
    q.get_nowait()
except queue.Empty as x:
    print("empty", repr(x))
p = queue.PriorityQueue(); p.put(2); p.put(1); print(p.get(), queue.LifoQueue().empty())
r = threading.RLock()
with r, r: print("reentrant")
