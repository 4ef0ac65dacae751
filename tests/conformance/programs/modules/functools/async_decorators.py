import asyncio
import functools
import time

def timed(f):
    @functools.wraps(f)
    async def wrapper(*args, **kwargs):
        start = time.perf_counter()
        try:
            return await f(*args, **kwargs)
        finally:
            print(f"{f.__name__} took {time.perf_counter() - start:.2f}s")
    return wrapper

def retry(times):
    def deco(f):
        @functools.wraps(f)
        async def wrapper(*a):
            for i in range(times):
                try:
                    return await f(*a)
                except ValueError as e:
                    print("attempt", i + 1, e)
                    await asyncio.sleep(2 ** i)
            raise RuntimeError("gave up")
        return wrapper
    return deco

calls = 0
@timed
@retry(3)
async def flaky(n):
    global calls
    calls += 1
    await asyncio.sleep(0.5)
    if calls < n:
        raise ValueError("not yet")
    return calls

print(asyncio.run(flaky(3)), flaky.__name__)
calls = 0
try:
    asyncio.run(flaky(9))
except RuntimeError as e:
    print(e)
