"""Workers take jobs by priority; a job may add others; results come with how long they waited."""
import asyncio
import heapq
import itertools
from dataclasses import dataclass, field
from enum import IntEnum


class Priority(IntEnum):
    HIGH = 1
    NORMAL = 5
    LOW = 9


@dataclass(order=True)
class Job:
    priority: Priority
    number: int
    name: str = field(compare=False)
    seconds: float = field(compare=False)
    children: list["Job"] = field(default_factory=list, compare=False, repr=False)
    added: float = field(default=0.0, compare=False, repr=False)


class Pool:
    def __init__(self, workers):
        self.queue = asyncio.PriorityQueue()
        self.workers = workers
        self.numbers = itertools.count(1)
        self.timeline = []
        self.errors = []
        self.idle = 0.0

    def add(self, name, seconds, priority=Priority.NORMAL, *children):
        job = Job(priority, next(self.numbers), name, seconds, list(children))
        job.added = asyncio.get_running_loop().time()
        self.queue.put_nowait(job)
        return job

    async def work(self, worker):
        loop = asyncio.get_running_loop()
        while True:
            asked = loop.time()
            job = await self.queue.get()
            self.idle += loop.time() - asked
            begin = loop.time()
            try:
                if job.seconds < 0:
                    raise ValueError(f"{job.name}: {job.seconds} s")
                await asyncio.sleep(job.seconds)
                for name, seconds in job.children:
                    self.add(name, seconds, Priority.HIGH)
            except ValueError as e:
                self.errors.append(e)
            else:
                self.timeline.append((worker, job.name, job.priority.name, begin, loop.time(), begin - job.added))
            finally:
                self.queue.task_done()

    async def run(self):
        tasks = [asyncio.create_task(self.work(f"w{i}"), name=f"worker {i}") for i in range(self.workers)]
        await self.queue.join()
        for task in tasks:
            task.cancel()
        ended = await asyncio.gather(*tasks, return_exceptions=True)
        return [type(e).__name__ for e in ended]


async def main():
    for workers in (1, 3):
        pool = Pool(workers)
        pool.add("report", 2.0, Priority.LOW)
        pool.add("mail", 0.5)
        pool.add("order", 1.0, Priority.HIGH, ("invoice", 0.75), ("parcel", 1.25))
        pool.add("mail again", 0.5)
        pool.add("broken", -1)
        pool.add("backup", 3, Priority.LOW)
        print(pool.queue.qsize(), "jobs for", workers, "workers, first:", pool.queue._queue[0] if False else heapq.nsmallest(1, [Job(Priority.LOW, 2, "x", 1), Job(Priority.HIGH, 3, "y", 1)])[0].name)
        ended = await pool.run()
        for worker, name, priority, begin, end, waited in pool.timeline:
            bar = " " * round(begin * 4) + "#" * max(1, round((end - begin) * 4)) if workers == 3 else ""
            print(f"{worker} {name:<11}{priority:<7}{begin:6.2f}..{end:5.2f} waited {waited:4.2f} {bar}".rstrip())
        print(ended, pool.errors, f"idle {pool.idle:.2f}", pool.queue.empty())
        await asyncio.sleep(0)
    heap = []
    for n in (5, 1, 4, 1, 5, 9, 2, 6):
        heapq.heappush(heap, -n)
    print([-heapq.heappop(heap) for _ in range(len(heap))], list(heapq.merge([1, 4], [2, 3], [0])), Priority.HIGH < Priority.LOW, Priority(5))
    try:
        pool.queue.task_done()
    except ValueError as e:
        print(e)


asyncio.run(main())
