import threading, time
t = threading.Thread(target=time.sleep, args=(5,))
t.start()
t.join(2)
print(t.is_alive(), time.monotonic())
t.join()
print(t.is_alive(), time.monotonic())
for wrong in (t.start, threading.Thread(target=print).join):
    try:
        wrong()
    except RuntimeError as e:
        print(e)
