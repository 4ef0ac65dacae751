import queue
q = queue.Queue(2)
print(q.empty(), q.full(), q.qsize(), q.maxsize)
q.put("a"); q.put("b", block=False)
for bad in (lambda: q.put_nowait("c"), lambda: q.put("c", timeout=-1), lambda: queue.Queue().get_nowait(), lambda: queue.Queue().task_done()):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__module__, type(e).__name__, e)
print(q.get(), q.unfinished_tasks); q.task_done()
print(q.get(timeout=1)); q.task_done(); q.join()
p = queue.PriorityQueue()
for item in ((2, "b"), (1, "z"), (1, "a")):
    p.put(item)
print([p.get() for _ in range(3)])
l = queue.LifoQueue(); l.put(1); l.put(2); print(l.get(), l.get())
s = queue.SimpleQueue(); s.put(1); print(s.get(), s.empty(), s.qsize())
q.put(1); q.shutdown()
print(q.get())
try:
    q.get()
except queue.ShutDown as e:
    print("shut down", repr(e))
try:
    q.put(1)
except queue.ShutDown as e:
    print("shut down", repr(e))
