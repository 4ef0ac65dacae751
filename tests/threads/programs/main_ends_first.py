import threading, time
def work():
    time.sleep(5)
    print("worked", time.monotonic())
threading.Thread(target=work).start()
print("main ends", time.monotonic())
# main ends 0.0
# worked 5.0
