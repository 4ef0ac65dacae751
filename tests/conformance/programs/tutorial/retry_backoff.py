import asyncio
import functools
import random

random.seed(7)

def retry(times=3, base=0.5, on=(ConnectionError,)):
    def decorate(fn):
        @functools.wraps(fn)
        async def wrapper(*args, **kwargs):
            for attempt in range(1, times + 1):
                try:
                    return await fn(*args, **kwargs)
                except on as e:
                    if attempt == times:
                        e.add_note(f"after {attempt} attempts of {fn.__name__}{args!r}")
                        raise
                    delay = base * 2 ** (attempt - 1) + random.random() / 10
                    print(f"{type(e).__name__}: {e}; next try in {delay:.2f}s")
                    await asyncio.sleep(delay)
        return wrapper
    return decorate

@retry(times=4)
async def flaky(chance):
    """Fails most times."""
    if random.random() > chance:
        raise ConnectionResetError("peer went away")
    return "ok"

async def main():
    print(flaky.__name__, flaky.__doc__)
    for chance in (0.9, 0.4, 0.0):
        try:
            print(await flaky(chance))
        except ConnectionError as e:
            print("failed", e, e.__notes__)
    await flaky(0)

asyncio.run(main())
