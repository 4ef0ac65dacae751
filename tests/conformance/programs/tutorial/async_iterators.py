import asyncio

class Countdown:
    """Counts down, a second a number."""
    def __init__(self, start):
        self.n = start
    def __aiter__(self):
        return self
    async def __anext__(self):
        if self.n <= 0:
            raise StopAsyncIteration
        await asyncio.sleep(1)
        self.n -= 1
        return self.n + 1

async def squares(source):
    async for x in source:
        yield x ** 2

async def main():
    async for n in Countdown(3):
        print(n, end="... ")
    print("go!")
    print([x async for x in squares(Countdown(4)) if x % 2 == 0])
    print({x: x async for x in squares(Countdown(2))}, Countdown.__doc__)
    it = squares(Countdown(5))
    print(await anext(it), await it.asend(None))
    await it.aclose()
    print(await anext(it, "empty"))

asyncio.run(main())
