"""A retry decorator with exponential back-off, jitter, a deadline and chosen exceptions."""
import asyncio
import functools
import random
import time


class TooManyRetries(Exception):
    def __init__(self, attempts, last):
        super().__init__(f"gave up after {attempts} attempts: {last!r}")
        self.attempts = attempts


def retry(*, attempts=3, on=(Exception,), base=0.5, factor=2, jitter=0.0, deadline=None):
    def decorate(function):
        @functools.wraps(function)
        async def wrapper(*args, **kwargs):
            delay = base
            last = None
            try:
                async with asyncio.timeout(deadline):
                    for attempt in range(1, attempts + 1):
                        try:
                            result = await function(*args, **kwargs)
                        except on as error:
                            last = error
                            wrapper.failures += 1
                            if attempt == attempts:
                                break
                            pause = delay + random.uniform(0, jitter)
                            print(f"    {function.__name__}: attempt {attempt} failed with {error!r}, next in {pause:.3f} s")
                            await asyncio.sleep(pause)
                            delay *= factor
                        else:
                            return result
            except TimeoutError:
                raise TooManyRetries(wrapper.failures, last) from None
            raise TooManyRetries(attempts, last) from last
        wrapper.failures = 0
        return wrapper
    return decorate


class Flaky:
    """Fails a number of times, then works."""

    def __init__(self, failures, error=ConnectionError):
        self.left = failures
        self.error = error

    async def __call__(self):
        await asyncio.sleep(0.1)
        if self.left > 0:
            self.left -= 1
            raise self.error(f"{self.left} to go")
        return "payload"


@retry(attempts=4, on=(ConnectionError,))
async def download(service):
    """Fetch it."""
    return await service()


@retry(attempts=10, jitter=0.25, deadline=3)
async def hurried(service):
    return await service()


async def attempt(label, coroutine):
    start = time.perf_counter()
    try:
        outcome = await coroutine
    except TooManyRetries as error:
        outcome = f"{type(error).__name__}: {error} (cause {error.__cause__!r})"
    except Exception as error:
        outcome = f"not retried: {error!r}"
    print(f"{label}: {outcome} after {time.perf_counter() - start:.3f} s")


async def main():
    random.seed(3)
    print(download.__name__, download.__doc__)
    await attempt("works at once", download(Flaky(0)))
    await attempt("works third time", download(Flaky(2)))
    await attempt("never works", download(Flaky(99)))
    await attempt("another error", download(Flaky(1, KeyError)))
    await attempt("deadline", hurried(Flaky(99)))
    await asyncio.gather(*(attempt(f"parallel {n}", download(Flaky(n))) for n in range(3)))
    print("failures in all:", download.failures)


asyncio.run(main())
