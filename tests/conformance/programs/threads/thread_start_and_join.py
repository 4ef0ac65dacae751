import threading
import time

def work(name, seconds):
    print(name, "starts at", time.monotonic())
    time.sleep(seconds)
    print(name, "ends at", time.monotonic())

a = threading.Thread(target=work, args=("a", 2))
b = threading.Thread(target=work, args=("b",), kwargs={"seconds": 1})
a.start()
b.start()
print("main goes on", time.monotonic(), a.is_alive())
a.join()
b.join()
print("joined", time.monotonic(), a.is_alive())
