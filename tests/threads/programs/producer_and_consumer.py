import queue, threading, time
q = queue.Queue(maxsize=1)
def produce():
    for i in range(3):
        time.sleep(0.5)
        q.put(i)
        print("put", i, time.monotonic())
    q.put(None)
def consume():
    for item in iter(q.get, None):
        print("got", item, time.monotonic())
        time.sleep(0.75)
    print("consumer ends", time.monotonic())
threads = [threading.Thread(target=produce), threading.Thread(target=consume)]
for t in threads: t.start()
for t in threads: t.join()
# put 0 0.5
# got 0 0.5
# put 1 1.0
# got 1 1.25
# put 2 1.5
# got 2 2.0
# consumer ends 2.75
