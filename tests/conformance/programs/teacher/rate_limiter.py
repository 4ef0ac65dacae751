"""Three limiters: fixed interval, token bucket and a sliding window."""
import asyncio
import time
from collections import deque


class Interval:
    """At most one call every `seconds`."""

    def __init__(self, seconds):
        self.seconds = seconds
        self.next_at = 0.0
        self.lock = asyncio.Lock()

    async def __aenter__(self):
        async with self.lock:
            now = time.monotonic()
            if now < self.next_at:
                await asyncio.sleep(self.next_at - now)
            self.next_at = max(now, self.next_at) + self.seconds

    async def __aexit__(self, *exc):
        return False


class TokenBucket:
    def __init__(self, capacity, per_second):
        self.capacity = self.tokens = capacity
        self.rate = per_second
        self.updated = time.monotonic()

    def _refill(self):
        now = time.monotonic()
        self.tokens = min(self.capacity, self.tokens + (now - self.updated) * self.rate)
        self.updated = now

    async def take(self, n=1):
        if n > self.capacity:
            raise ValueError(f"{n} tokens can never be had from {self.capacity}")
        while True:
            self._refill()
            if self.tokens >= n:
                self.tokens -= n
                return
            await asyncio.sleep((n - self.tokens) / self.rate)


class SlidingWindow:
    def __init__(self, limit, window):
        self.limit, self.window = limit, window
        self.calls = deque()

    async def acquire(self):
        while True:
            now = time.monotonic()
            while self.calls and self.calls[0] <= now - self.window:
                self.calls.popleft()
            if len(self.calls) < self.limit:
                self.calls.append(now)
                return
            await asyncio.sleep(self.calls[0] + self.window - now)


async def timed(label, i, log):
    log.append((label, i, round(time.monotonic(), 4)))


async def main():
    log = []
    start = time.monotonic()
    interval = Interval(0.5)

    async def one(i):
        async with interval:
            await timed("interval", i, log)

    await asyncio.gather(*(one(i) for i in range(4)))
    print("interval:", [t for _, _, t in log], f"{time.monotonic() - start:.2f} s")

    log.clear()
    start = time.monotonic()
    bucket = TokenBucket(capacity=3, per_second=2)

    async def two(i):
        await bucket.take()
        await timed("bucket", i, log)

    await asyncio.gather(*(two(i) for i in range(6)))
    print("bucket:", [round(t - start, 3) for _, _, t in log])
    try:
        await bucket.take(5)
    except ValueError as error:
        print("error:", error)

    log.clear()
    start = time.monotonic()
    window = SlidingWindow(limit=2, window=1.0)

    async def three(i):
        await asyncio.sleep(i * 0.1)
        await window.acquire()
        await timed("window", i, log)

    await asyncio.gather(*(three(i) for i in range(6)))
    for label, i, t in log:
        print(f"{label} {i} after {t - start:.2f} s")


asyncio.run(main())
