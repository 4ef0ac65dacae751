import asyncio

class AsyncLines:
    def __init__(self, text, delay):
        self.lines = text.splitlines()
        self.delay = delay
        self.index = 0

    def __aiter__(self):
        return self

    async def __anext__(self):
        if self.index >= len(self.lines):
            raise StopAsyncIteration
        await asyncio.sleep(self.delay)
        line = self.lines[self.index]
        self.index += 1
        return line

async def main():
    text = """first line
second line

fourth line"""
    n = 0
    async for line in AsyncLines(text, 0.1):
        n += 1
        print(f"{n:>2}: {line or '(empty)'}")
    print(n, "lines")

asyncio.run(main())
