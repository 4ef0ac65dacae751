"""A small cron: jobs with a period, a start delay, a limit of runs, skipping when the last run is still busy."""
import asyncio
import heapq
import itertools
from dataclasses import dataclass, field
from typing import Awaitable, Callable


@dataclass(order=True)
class Entry:
    when: float
    number: int
    job: "Job" = field(compare=False)


@dataclass
class Job:
    name: str
    action: Callable[[], Awaitable[None]]
    period: float
    runs: int | None = None
    overlap: bool = False
    done: int = 0
    skipped: int = 0
    current: asyncio.Task | None = None

    @property
    def finished(self):
        return self.runs is not None and self.done + self.skipped >= self.runs


class Scheduler:
    def __init__(self):
        self.heap = []
        self.counter = itertools.count()
        self.changed = asyncio.Event()
        self.running = set()
        self.stopping = False

    def every(self, period, action, *, name=None, delay=0.0, **options):
        job = Job(name or action.__name__, action, period, **options)
        self._push(asyncio.get_running_loop().time() + delay, job)
        return job

    def _push(self, when, job):
        heapq.heappush(self.heap, Entry(when, next(self.counter), job))
        self.changed.set()

    def _start(self, job):
        if job.current and not job.current.done() and not job.overlap:
            job.skipped += 1
            print(f"{self.now():5.2f} {job.name} is still busy, skipped")
            return
        job.done += 1
        job.current = asyncio.create_task(job.action(), name=f"{job.name}-{job.done}")
        self.running.add(job.current)
        job.current.add_done_callback(self._ended)

    def _ended(self, task):
        self.running.discard(task)
        if not task.cancelled() and task.exception():
            print(f"{self.now():5.2f} {task.get_name()} failed: {task.exception()!r}")

    @staticmethod
    def now():
        return asyncio.get_running_loop().time()

    async def run(self):
        while self.heap:
            entry = self.heap[0]
            wait = entry.when - self.now()
            if wait > 0:
                self.changed.clear()
                try:
                    await asyncio.wait_for(self.changed.wait(), wait)
                    continue
                except TimeoutError:
                    pass
            heapq.heappop(self.heap)
            self._start(entry.job)
            if not entry.job.finished:
                self._push(entry.when + entry.job.period, entry.job)
        if self.running:
            await asyncio.wait(self.running)


async def main():
    scheduler = Scheduler()

    async def tick():
        print(f"{scheduler.now():5.2f} tick")

    async def slow():
        name = asyncio.current_task().get_name()
        print(f"{scheduler.now():5.2f} {name} begins")
        await asyncio.sleep(2.5)
        print(f"{scheduler.now():5.2f} {name} ends")

    async def faulty():
        raise ZeroDivisionError("in a job")

    jobs = [scheduler.every(1, tick, runs=5), scheduler.every(1, slow, delay=0.5, runs=4), scheduler.every(2, faulty, runs=1, delay=1.75)]
    runner = asyncio.create_task(scheduler.run())
    await asyncio.sleep(2.25)
    jobs.append(scheduler.every(0.5, tick, name="late tick", runs=2))
    await runner
    for job in jobs:
        print(f"{job.name}: {job.done} done, {job.skipped} skipped")


asyncio.run(main())
