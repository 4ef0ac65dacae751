import asyncio
import time

class Timer:
    def __init__(self, label):
        self.label = label

    async def __aenter__(self):
        self.start = time.monotonic()
        return self

    async def __aexit__(self, exc_type, exc, tb):
        self.elapsed = time.monotonic() - self.start
        print(f"{self.label}: {self.elapsed:.3f}s" + (f" ({exc_type.__name__})" if exc_type else ""))

async def main():
    async with Timer("one by one"):
        for _ in range(3):
            await asyncio.sleep(0.5)
    async with Timer("together") as t:
        await asyncio.gather(*[asyncio.sleep(0.5) for _ in range(3)])
    print(t.elapsed < 1)
    try:
        async with Timer("broken"):
            await asyncio.sleep(0.25)
            raise ValueError
    except ValueError:
        pass

asyncio.run(main())
