import asyncio, heapq, itertools

class Scheduler:
    def __init__(self):
        self.heap, self.counter, self.wake = [], itertools.count(), asyncio.Event()
    def at(self, when, fn, *args):
        heapq.heappush(self.heap, (when, next(self.counter), fn, args))
        self.wake.set()
    async def run(self, until):
        loop = asyncio.get_running_loop()
        while self.heap and self.heap[0][0] <= until:
            when, _, fn, args = self.heap[0]
            delay = when - loop.time()
            if delay > 0:
                self.wake.clear()
                try:
                    await asyncio.wait_for(self.wake.wait(), delay)
                    continue
                except asyncio.TimeoutError:
                    pass
            heapq.heappop(self.heap)
            fn(*args)

async def main():
    s = Scheduler()
    log = lambda text: print(f"{asyncio.get_running_loop().time():.1f} {text}")
    s.at(2, log, "two"); s.at(1, log, "one"); s.at(2, log, "also two")
    asyncio.get_running_loop().call_later(1.5, lambda: s.at(1.7, log, "squeezed in"))
    def again(n):
        log(f"again {n}")
        if n: s.at(asyncio.get_running_loop().time() + 0.5, again, n - 1)
    s.at(2.5, again, 2)
    await s.run(10)
    print("idle", asyncio.get_running_loop().time())

asyncio.run(main())
