"""An LRU cache with expiry, generic in its types, with single flight and statistics; and what functools has."""
import asyncio
import functools
import time
from collections import OrderedDict
from collections.abc import Awaitable, Callable, Hashable
from dataclasses import dataclass
from typing import Any


@dataclass
class Stats:
    hits: int = 0
    misses: int = 0
    expired: int = 0
    evicted: int = 0
    shared: int = 0

    @property
    def ratio(self) -> float:
        asked = self.hits + self.misses + self.shared
        return self.hits / asked if asked else float("nan")


class Cache[K: Hashable, V]:
    def __init__(self, size: int, ttl: float, clock: Callable[[], float] = time.monotonic):
        if size < 1:
            raise ValueError(f"size must be positive, not {size}")
        self.size, self.ttl, self.clock = size, ttl, clock
        self._data: OrderedDict[K, tuple[float, V]] = OrderedDict()
        self._flights: dict[K, asyncio.Task[V]] = {}
        self.stats = Stats()

    def __contains__(self, key: K) -> bool:
        return key in self._data and self._data[key][0] > self.clock()

    def __len__(self) -> int:
        return len(self._data)

    def __setitem__(self, key: K, value: V) -> None:
        self._data[key] = (self.clock() + self.ttl, value)
        self._data.move_to_end(key)
        while len(self._data) > self.size:
            self._data.popitem(last=False)
            self.stats.evicted += 1

    def __getitem__(self, key: K) -> V:
        until, value = self._data[key]
        if until <= self.clock():
            del self._data[key]
            self.stats.expired += 1
            raise KeyError(key)
        self._data.move_to_end(key)
        return value

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {len(self)}/{self.size} {[*self._data]}>"

    async def get(self, key: K, load: Callable[[K], Awaitable[V]]) -> V:
        try:
            value = self[key]
        except KeyError:
            if key in self._flights:
                self.stats.shared += 1
            else:
                self.stats.misses += 1
                self._flights[key] = asyncio.ensure_future(load(key))
                self._flights[key].add_done_callback(lambda _: self._flights.pop(key))
            value = self[key] = await asyncio.shield(self._flights[key])
            return value
        self.stats.hits += 1
        return value


calls: list[Any] = []


async def load(key: str) -> int:
    calls.append(key)
    await asyncio.sleep(0.3)
    if key == "bad":
        raise LookupError(key)
    return len(key)


async def main():
    cache: Cache[str, int] = Cache(3, 2.0)
    print(await asyncio.gather(*(cache.get(k, load) for k in ("one", "three", "one", "one"))), calls, cache)
    await cache.get("one", load)
    await cache.get("seven", load)
    await cache.get("eleven", load)
    print(cache, "three" in cache, "one" in cache)
    await asyncio.sleep(1.5)
    print([k in cache for k in ("one", "seven", "eleven")], len(cache))
    await cache.get("one", load)
    print(await asyncio.gather(cache.get("bad", load), cache.get("bad", load), return_exceptions=True))
    print(cache.stats, f"{cache.stats.ratio:.1%}", f"{Stats().ratio}", calls)
    try:
        async with asyncio.timeout(0.1):
            await cache.get("patience", load)
    except TimeoutError:
        print("no patience, but it is loaded all the same:", end=" ")
    await asyncio.sleep(0.5)
    print(calls[-1], cache._flights)
    try:
        Cache(0, 1)
    except ValueError as e:
        print(e)
    try:
        cache["nope"]
    except KeyError as e:
        print(repr(e), Cache.__type_params__, Cache[str, int])


asyncio.run(main())


@functools.lru_cache(maxsize=3)
def fib(n: int) -> int:
    return n if n < 2 else fib(n - 1) + fib(n - 2)


class Square:
    def __init__(self, side):
        self.side = side

    @functools.cached_property
    def area(self):
        print("computing")
        return self.side ** 2


print(fib(60), fib.cache_info(), fib.cache_parameters())
s = Square(4)
print(s.area, s.area, vars(s))
del s.area
print(s.area, Square.area.__class__.__name__)
