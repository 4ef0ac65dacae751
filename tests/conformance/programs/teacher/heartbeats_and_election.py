"""Nodes send heartbeats; who has not been heard of is dead; the highest that lives leads."""
import asyncio
import logging
import sys
from typing import Self

logging.basicConfig(stream=sys.stdout, level=logging.DEBUG, format="%(taskName)s|%(levelname).1s|%(message)s")
logging.getLogger("asyncio").setLevel(logging.WARNING)
log = logging.getLogger(__name__)


class Node:
    nodes: dict[int, Self] = {}

    def __init__(self, number: int, beat: float = 0.5, patience: float = 1.6):
        self.number, self.beat, self.patience = number, beat, patience
        self.heard: dict[int, float] = {}
        self.leader: int | None = None
        self.alive = asyncio.Event()
        self.alive.set()
        self.changes: list[tuple[float, int | None]] = []
        Node.nodes[number] = self

    def now(self) -> float:
        return round(asyncio.get_running_loop().time(), 3)

    async def send(self):
        while True:
            await self.alive.wait()
            for other in Node.nodes.values():
                if other is not self:
                    other.heard[self.number] = self.now()
            await asyncio.sleep(self.beat)

    async def watch(self):
        while True:
            await asyncio.sleep(self.beat / 2)
            if not self.alive.is_set():
                continue
            living = {self.number} | {n for n, t in self.heard.items() if self.now() - t < self.patience}
            best = max(living)
            if best != self.leader:
                log.info("%.2f node %d: %s -> %d of %s", self.now(), self.number, self.leader, best, sorted(living))
                self.leader = best
                self.changes.append((self.now(), best))

    async def run(self):
        try:
            async with asyncio.TaskGroup() as tg:
                tg.create_task(self.send(), name=f"send {self.number}")
                tg.create_task(self.watch(), name=f"watch {self.number}")
        except* ZeroDivisionError as e:
            log.error("%r", e.exceptions)


async def operator():
    await asyncio.sleep(3)
    for number, state in ((3, False), (2, False), (3, True), (2, True)):
        node = Node.nodes[number]
        (node.alive.set if state else node.alive.clear)()
        log.warning("%.2f node %d is %s", node.now(), number, "back" if state else "gone")
        await asyncio.sleep(2.5)


async def main():
    asyncio.current_task().set_name("main")
    tasks = [asyncio.create_task(Node(n).run(), name=f"node {n}") for n in (1, 2, 3)]
    await asyncio.create_task(operator(), name="operator")
    print(sorted(t.get_name() for t in asyncio.all_tasks()))
    for t in tasks:
        t.cancel("the end")
    done, pending = await asyncio.wait(tasks)
    print(len(done), len(pending), [t.cancelled() for t in tasks])
    for node in Node.nodes.values():
        print(node.number, node.leader, node.changes)


asyncio.run(main())
