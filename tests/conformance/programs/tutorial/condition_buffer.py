import asyncio
from dataclasses import dataclass, field

@dataclass
class Buffer:
    size: int
    items: list[int] = field(default_factory=list)
    changed: asyncio.Condition = field(default_factory=asyncio.Condition, repr=False)

    async def put(self, item):
        async with self.changed:
            await self.changed.wait_for(lambda: len(self.items) < self.size)
            self.items.append(item)
            self.changed.notify_all()

    async def take(self):
        async with self.changed:
            while not self.items:
                await self.changed.wait()
            item = self.items.pop(0)
            self.changed.notify_all()
            return item

async def fill(b):
    for i in range(5):
        await b.put(i)
        print("put", i, b)

async def drain(b):
    for _ in range(5):
        await asyncio.sleep(1)
        print("took", await b.take())

async def main():
    b = Buffer(2)
    await asyncio.gather(fill(b), drain(b))

asyncio.run(main())
