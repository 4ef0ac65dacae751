import asyncio


class Crossing:
    def __init__(self):
        self.waiting = 0
        self.button = asyncio.Condition()

    async def green(self):
        await asyncio.sleep(1)
        async with self.button:
            self.button.notify_all()
            self.waiting = 0
            await asyncio.sleep(3)  # nobody is across before that

    async def walker(self, name):
        async with self.button:
            self.waiting += 1
            await self.button.wait()
        print(name, "is across")


async def main():
    crossing = Crossing()
    await asyncio.gather(crossing.green(), crossing.walker("Eve"), crossing.walker("Max"))


asyncio.run(main())
