import threading, time
def late():
    time.sleep(3)
    print("thread ends at", time.monotonic())
threading.Thread(target=late).start()
print("main ends at", time.monotonic())
