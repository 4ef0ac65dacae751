"""A cache with a time to live that fetches every key once, however many ask at the same time."""
import asyncio
import time
from functools import wraps


class Stats(dict):
    def __missing__(self, key):
        return 0

    def __getattr__(self, name):
        return self[name]

    def count(self, name):
        self[name] = self[name] + 1


def cached(ttl, maxsize=3):
    def decorate(function):
        store, flights, stats = {}, {}, Stats()

        def evict():
            while len(store) > maxsize:
                oldest = next(iter(store))
                del store[oldest]
                stats.count("evicted")

        @wraps(function)
        async def wrapper(key):
            now = time.monotonic()
            if key in store and store[key][0] > now:
                stats.count("hits")
                return store[key][1]
            if key in flights:
                stats.count("joined")
                return await asyncio.shield(flights[key])
            stats.count("misses")
            flight = flights[key] = asyncio.ensure_future(function(key))
            try:
                value = await asyncio.shield(flight)
            except Exception:
                stats.count("errors")
                raise
            finally:
                flights.pop(key, None)
            store.pop(key, None)
            store[key] = (time.monotonic() + ttl, value)
            evict()
            return value

        def invalidate(*keys):
            return [store.pop(k)[1] for k in keys or list(store) if k in store]

        wrapper.stats, wrapper.invalidate, wrapper.keys = stats, invalidate, lambda: list(store)
        return wrapper
    return decorate


calls = []


@cached(ttl=5)
async def lookup(key):
    """Ask the slow service."""
    calls.append((key, time.monotonic()))
    await asyncio.sleep(2 if key != "slow" else 4)
    if key == "bad":
        raise LookupError(f"no such key: {key}")
    return key.upper() * 2


async def impatient():
    try:
        async with asyncio.timeout(1):
            await lookup("slow")
    except TimeoutError:
        print(f"{time.monotonic():.1f} impatient gives up")


async def main():
    print(await asyncio.gather(*(lookup(k) for k in ("a", "a", "b", "a"))), f"{time.monotonic():.1f}")
    print(await lookup("a"), dict(lookup.stats))
    await asyncio.sleep(4)
    print(await lookup("b"), f"{time.monotonic():.1f}", lookup.keys())
    await asyncio.sleep(3)
    print("expired:", await lookup("a"), f"{time.monotonic():.1f}")
    print(await asyncio.gather(lookup("bad"), lookup("bad"), return_exceptions=True))
    leader = asyncio.create_task(impatient())
    await asyncio.sleep(0.5)
    print("follower still gets", await lookup("slow"), f"{time.monotonic():.1f}", leader.done())
    for k in "wxyz":
        await lookup(k)
    print(lookup.keys(), lookup.stats.evicted, lookup.invalidate("y", "nope"), lookup.keys())
    print(lookup.__name__, "-", lookup.__doc__, dict(sorted(lookup.stats.items())))
    print(calls)


asyncio.run(main())
