import threading, time
class Worker(threading.Thread):
    def __init__(self, n):
        super().__init__(name=f"worker-{n}", daemon=True)
        self.n, self.result = n, None
    def run(self):
        time.sleep(self.n)
        self.result = self.n ** 2
ws = [Worker(n) for n in (3, 1, 2)]
for w in ws: w.start()
for w in ws: w.join()
print([w.result for w in ws], [w.name for w in ws], time.monotonic())
