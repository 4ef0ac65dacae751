import asyncio
import heapq
from dataclasses import dataclass, field
from enum import IntEnum
from typing import Any

class Level(IntEnum):
    HIGH = 1
    NORMAL = 5
    LOW = 9

@dataclass(order=True)
class Job:
    level: Level
    number: int
    payload: Any = field(compare=False, default=None)

async def worker(q, done):
    while not q.empty():
        job = await q.get()
        await asyncio.sleep(job.number / 10)
        done.append((job.level.name, job.number))
        print(job)
        q.task_done()

async def main():
    q = asyncio.PriorityQueue()
    for i, level in enumerate([Level.LOW, Level.HIGH, Level.NORMAL, Level.HIGH]):
        q.put_nowait(Job(level, i, f"job{i}"))
    done = []
    await asyncio.gather(worker(q, done), worker(q, done))
    print(done, q.qsize())
    lifo = asyncio.LifoQueue()
    for i in range(3):
        lifo.put_nowait(i)
    print([lifo.get_nowait() for _ in range(3)])
    h = []
    for x in (5, 1, 4):
        heapq.heappush(h, (x, str(x)))
    print([heapq.heappop(h) for _ in range(3)])

asyncio.run(main())
