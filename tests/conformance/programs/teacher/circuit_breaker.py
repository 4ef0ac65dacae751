"""A circuit breaker: after some failures calls are refused for a while; then one trial decides."""
import asyncio
import time
from enum import StrEnum


class State(StrEnum):
    CLOSED = "closed"
    OPEN = "open"
    HALF_OPEN = "half-open"


class CircuitOpen(Exception):
    def __init__(self, retry_in):
        self.retry_in = retry_in
        super().__init__(f"retry in {retry_in:.1f} s")


class Breaker:
    def __init__(self, threshold=3, cooldown=5.0):
        self.threshold, self.cooldown = threshold, cooldown
        self.failures = 0
        self.opened_at = None
        self.trial = asyncio.Lock()
        self.changes = []
        self._state = State.CLOSED

    @property
    def state(self):
        return self._state

    @state.setter
    def state(self, new):
        if new is not self._state:
            self.changes.append((time.monotonic(), str(self._state), str(new)))
            self._state = new

    def _check(self):
        if self.state is State.OPEN:
            left = self.opened_at + self.cooldown - time.monotonic()
            if left > 0:
                raise CircuitOpen(left)
            self.state = State.HALF_OPEN

    async def __aenter__(self):
        self._check()
        if self.state is State.HALF_OPEN:
            if self.trial.locked():
                raise CircuitOpen(0)
            await self.trial.acquire()
        return self

    async def __aexit__(self, kind, error, tb):
        if self.trial.locked():
            self.trial.release()
        if kind is None:
            self.failures = 0
            self.state = State.CLOSED
        elif issubclass(kind, ConnectionError):
            self.failures += 1
            if self.failures >= self.threshold or self.state is State.HALF_OPEN:
                self.opened_at = time.monotonic()
                self.state = State.OPEN
        return False


class Service:
    """Down between 3 and 12 seconds."""

    async def call(self, n):
        await asyncio.sleep(0.5)
        now = time.monotonic()
        if 3 <= now < 12:
            raise ConnectionError(f"service down at {now:.1f}")
        return f"answer {n}"


async def client(breaker, service, n):
    try:
        async with breaker:
            result = await service.call(n)
    except CircuitOpen as error:
        result = f"refused, {error}"
    except ConnectionError as error:
        result = f"failed, {error}"
    print(f"{time.monotonic():5.1f} call {n:>2}: {result} [{breaker.state}]")
    return result


async def main():
    breaker, service = Breaker(), Service()
    results = []
    for n in range(14):
        results.append(await client(breaker, service, n))
        await asyncio.sleep(0.75)
    results += await asyncio.gather(*(client(breaker, service, n) for n in range(14, 17)))
    kinds = [r.split()[0].rstrip(",") for r in results]
    print({kind: kinds.count(kind) for kind in dict.fromkeys(kinds)})
    for at, old, new in breaker.changes:
        print(f"{at:5.2f} {old} -> {new}")


asyncio.run(main())
