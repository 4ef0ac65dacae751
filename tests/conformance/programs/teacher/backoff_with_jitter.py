"""Retrying with exponential backoff and jitter, as a decorator with statistics."""
import asyncio
import functools
import logging
import random
import sys
import time
from collections import Counter
from typing import Awaitable, Callable, ParamSpec, TypeVar

P = ParamSpec("P")
R = TypeVar("R")
logging.basicConfig(stream=sys.stdout, level=logging.INFO, format="%(asctime)s.%(msecs)03d %(levelname)-7s %(name)s: %(message)s",
                    datefmt="%M:%S")
log = logging.getLogger("retry")


class TemporaryError(Exception):
    """Worth another try."""


class GaveUp(Exception):
    def __init__(self, what: str, attempts: int):
        super().__init__(f"{what} failed {attempts} times")
        self.attempts = attempts


def retry(attempts: int = 4, base: float = 0.1, cap: float = 1.0, on: tuple[type[Exception], ...] = (TemporaryError,)):
    def decorate(f: Callable[P, Awaitable[R]]) -> Callable[P, Awaitable[R]]:
        stats = Counter()

        @functools.wraps(f)
        async def wrapper(*args: P.args, **kwargs: P.kwargs) -> R:
            for n in range(1, attempts + 1):
                stats["calls"] += 1
                try:
                    result = await f(*args, **kwargs)
                except on as e:
                    stats[type(e).__name__] += 1
                    if n == attempts:
                        raise GaveUp(f.__name__, n) from e
                    delay = random.uniform(0, min(cap, base * 2 ** n))
                    log.warning("%s%r: %s, waiting %.3f s", f.__name__, args, e, delay)
                    await asyncio.sleep(delay)
                else:
                    stats["ok"] += 1
                    return result

        wrapper.stats = stats
        return wrapper

    return decorate


@retry(attempts=5, base=0.05)
async def fetch(key: str, failures: int, _seen=Counter()) -> str:
    """Fails `failures` times, then works."""
    await asyncio.sleep(0.02)
    _seen[key] += 1
    if _seen[key] <= failures:
        raise TemporaryError(f"{key}: try {_seen[key]}")
    return key.upper()


@retry(attempts=2, on=(ConnectionError, TimeoutError))
async def connect(host: str):
    async with asyncio.timeout(0.3):
        await asyncio.sleep(0.5 if host.endswith("slow") else 0.1)
        if host.startswith("refused"):
            raise ConnectionRefusedError(111, "Connection refused")
        return f"<{host}>"


async def main():
    random.seed(2024)
    start = time.perf_counter()
    for coro in (fetch("a", 0), fetch("b", 2), fetch("c", 9), connect("good"), connect("refused.org"), connect("very-slow")):
        try:
            print("result:", await coro)
        except GaveUp as e:
            print("gave up:", e, "| cause:", repr(e.__cause__), "| attempts:", e.attempts)
    print(f"{time.perf_counter() - start:.3f} s")
    results = await asyncio.gather(*(fetch(k, n) for k, n in zip("xyz", (1, 3, 7))), return_exceptions=True)
    for r in results:
        print(f"{type(r).__name__:8} {r}")
    print(fetch.__name__, fetch.__doc__, dict(fetch.stats), dict(connect.stats), sep=" | ")


asyncio.run(main())
