"""Read, transform, write: three stages joined by bounded queues; the slowest sets the pace."""
import asyncio
from contextlib import asynccontextmanager

DONE = object()


class Stage:
    def __init__(self, name, cost, transform=lambda x: x):
        self.name, self.cost, self.transform = name, cost, transform
        self.processed = 0
        self.blocked = 0.0
        self.starved = 0.0

    async def run(self, source, target):
        loop = asyncio.get_running_loop()
        while True:
            t = loop.time()
            item = await source.get()
            self.starved += loop.time() - t
            if item is DONE:
                break
            await asyncio.sleep(self.cost)
            self.processed += 1
            t = loop.time()
            await target.put(self.transform(item))
            self.blocked += loop.time() - t
        await target.put(DONE)

    def report(self):
        return f"{self.name:<10} processed {self.processed:>2}, starved {self.starved:4.1f} s, blocked {self.blocked:4.1f} s"


async def produce(queue, items, cost):
    for item in items:
        await asyncio.sleep(cost)
        await queue.put(item)
        print(f"{asyncio.get_running_loop().time():5.2f} produced {item} (queue holds {queue.qsize()})")
    await queue.put(DONE)


async def consume(queue):
    received = []
    while (item := await queue.get()) is not DONE:
        received.append(item)
        print(f"{asyncio.get_running_loop().time():5.2f} consumed {item!r}")
    return received


@asynccontextmanager
async def stopwatch(label):
    loop = asyncio.get_running_loop()
    start = loop.time()
    try:
        yield
    finally:
        print(f"{label}: {loop.time() - start:.2f} s")


async def run_pipeline(sizes, stages, items):
    queues = [asyncio.Queue(maxsize=size) for size in sizes]
    async with asyncio.TaskGroup() as group:
        group.create_task(produce(queues[0], items, 0.1))
        for stage, source, target in zip(stages, queues, queues[1:]):
            group.create_task(stage.run(source, target))
        result = group.create_task(consume(queues[-1]))
    for stage in stages:
        print(stage.report())
    return result.result()


async def main():
    stages = [Stage("square", 0.2, lambda n: n * n), Stage("label", 0.5, lambda n: f"<{n}>"), Stage("shout", 0.1, str.upper)]
    async with stopwatch("bounded"):
        print(await run_pipeline([2, 1, 1, 1], stages, range(6)))
    stages = [Stage("double", 0.3, lambda n: 2 * n)]
    async with stopwatch("unbounded"):
        print(await run_pipeline([0, 0], stages, range(4)))


asyncio.run(main())
