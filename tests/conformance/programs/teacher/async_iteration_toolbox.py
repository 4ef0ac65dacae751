"""Asynchronous iterators and generators: windows, merging, throttling, batching, closing."""
import asyncio
from collections import deque
from collections.abc import AsyncIterable, AsyncIterator
from contextlib import aclosing


class Ticker:
    """Counts, one number every `pause` seconds."""

    def __init__(self, stop, pause):
        self.stop, self.pause, self.now = stop, pause, 0

    def __aiter__(self):
        return self

    async def __anext__(self):
        if self.now >= self.stop:
            raise StopAsyncIteration
        await asyncio.sleep(self.pause)
        self.now += 1
        return self.now


async def letters(text, pause):
    try:
        for c in text:
            yield c
            await asyncio.sleep(pause)
    finally:
        print(f"[letters {text!r} closed]")


async def windows[T](source: AsyncIterable[T], size: int) -> AsyncIterator[tuple[T, ...]]:
    last: deque[T] = deque(maxlen=size)
    async for item in source:
        last.append(item)
        if len(last) == size:
            yield tuple(last)


async def batches(source, size, seconds):
    """Up to `size` items, or what has come within `seconds`."""
    queue = asyncio.Queue()
    end = object()

    async def feed():
        async for item in source:
            await queue.put(item)
        await queue.put(end)

    feeder = asyncio.create_task(feed())
    batch = []
    deadline = None
    while True:
        try:
            async with asyncio.timeout_at(deadline):
                item = await queue.get()
        except TimeoutError:
            yield batch
            batch, deadline = [], None
            continue
        if item is end:
            break
        if not batch:
            deadline = asyncio.get_running_loop().time() + seconds
        batch.append(item)
        if len(batch) == size:
            yield batch
            batch, deadline = [], None
    if batch:
        yield batch
    await feeder


async def merge(**sources):
    pending = {}
    iterators = {name: aiter(s) for name, s in sources.items()}

    def ask(name):
        pending[asyncio.ensure_future(anext(iterators[name]))] = name

    for name in sources:
        ask(name)
    while pending:
        done, _ = await asyncio.wait(pending, return_when=asyncio.FIRST_COMPLETED)
        for future in sorted(done, key=pending.get):
            name = pending.pop(future)
            try:
                yield name, future.result()
            except StopAsyncIteration:
                continue
            ask(name)


async def running_mean():
    """A coroutine-like generator: asend() gives it numbers, it gives back the mean."""
    total = count = 0
    mean = None
    while True:
        number = yield mean
        if number is None:
            return
        total, count = total + number, count + 1
        mean = total / count


async def main():
    loop = asyncio.get_running_loop()
    print([n async for n in Ticker(4, 0.5)], loop.time())
    print({n: n ** 2 async for n in Ticker(6, 0.1) if n % 2})
    print([w async for w in windows(Ticker(5, 0.1), 3)])
    async for batch in batches(letters("asyncio!", 0.3), 3, 0.7):
        print(f"{loop.time():.1f}", batch)
    async for name, value in merge(slow=Ticker(2, 1), fast=letters("abc", 0.45)):
        print(f"{loop.time():.2f} {name}: {value}")
    async with aclosing(letters("never read to its end", 0)) as source:
        async for c in source:
            if c == "v":
                break
    mean = running_mean()
    await anext(mean)
    print([await mean.asend(n) for n in (10, 20, 60)])
    try:
        await mean.asend(None)
    except StopAsyncIteration:
        print("the mean is done")
    print(await anext(Ticker(0, 1), "nothing"), [c async for c in letters("", 0)])
    total = 0
    async for n in Ticker(3, 0):
        total += n
    else:
        print("else after", total)
    print(type(mean).__name__, mean.__name__, mean.ag_frame, Ticker(1, 1).__anext__.__name__)


asyncio.run(main())
