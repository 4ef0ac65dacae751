import asyncio

class Countdown:
    def __init__(self, n):
        self.n = n

    def __aiter__(self):
        return self

    async def __anext__(self):
        if self.n == 0:
            raise StopAsyncIteration
        self.n -= 1
        await asyncio.sleep(0.25)
        return self.n

async def main():
    async for n in Countdown(3):
        print(n)
    else:
        print("else")
    async for n in Countdown(5):
        if n == 2:
            break
        print("n", n)
    else:
        print("never")
    print([n async for n in Countdown(3)], asyncio.get_running_loop().time())

asyncio.run(main())
