import threading
def show():
    print("in", threading.current_thread().name, threading.current_thread() is threading.main_thread())
print(threading.current_thread().name, threading.main_thread() is threading.current_thread())
for t in (threading.Thread(target=show), threading.Thread(target=show, name="special"), threading.Thread(target=show)):
    t.start()
    t.join()
    print(t.name, t.daemon)
