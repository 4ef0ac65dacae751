# A queue's inside by its CPython names, and subclasses that replace parts of it.
import asyncio
import heapq
from collections import deque


class Counted(asyncio.Queue):
    def _init(self, maxsize):
        self.log = []
        self._queue = deque()

    def _put(self, item):
        self.log.append(item)
        self._queue.append(item)

    def _get(self):
        return self._queue.pop()


class Short(asyncio.Queue):
    def qsize(self):
        return min(super().qsize(), 1)

    def empty(self):
        return super().qsize() == 0

    def full(self):
        return super().qsize() >= 2


class Rude(asyncio.Queue):
    async def get(self):
        return "rude " + str(await super().get())

    def put_nowait(self, item):
        super().put_nowait(item * 2)


class Broken(asyncio.Queue):
    def _init(self, maxsize):
        raise ValueError(f"no queue of {maxsize}")


async def main():
    q = asyncio.Queue(2)
    print(q._maxsize, q._queue, q._getters, q._putters, q._unfinished_tasks, q._finished.is_set(), q._is_shutdown)
    q.put_nowait(1)
    q.put_nowait(2)
    putter = asyncio.create_task(q.put(3))
    await asyncio.sleep(0)
    print(list(q._queue), len(q._putters), q._unfinished_tasks, q._finished.is_set())
    q._queue.appendleft(0)
    print(q.qsize(), q.get_nowait(), q.get_nowait(), q.get_nowait(), q.empty())
    await putter
    print(await q.get(), q.full(), repr(q))
    getter = asyncio.create_task(q.get())
    await asyncio.sleep(0)
    print(len(q._getters))
    q.put_nowait("x")
    print(await getter)
    q._queue = deque("abc")
    print(q.qsize(), q.get_nowait(), list(q._queue), q)
    q.shutdown(immediate=True)
    print(q._is_shutdown, list(q._queue))
    for kind in asyncio.LifoQueue, asyncio.PriorityQueue:
        p = kind()
        for n in 3, 1, 2:
            p.put_nowait(n)
        print(kind.__name__, sorted(p._queue), type(p._queue).__name__)
        heapq.heapify(p._queue)
        p.put_nowait(0)
        print([p.get_nowait() for _ in range(4)])
        p._put(7)
        print(p._get())
        try:
            p._get()
        except IndexError as e:
            print("IndexError")
    q = asyncio.Queue()
    q._put(5)
    print(q._get(), q.qsize())
    try:
        q._get()
    except IndexError as e:
        print(e)
    c = Counted()
    for n in 1, 2, 3:
        await c.put(n)
    print(c.log, c.qsize(), await c.get(), c.get_nowait(), c)
    s = Short()
    s.put_nowait(1)
    s.put_nowait(2)
    print(s.qsize(), s.full(), s.empty())
    try:
        s.put_nowait(3)
    except asyncio.QueueFull:
        print("full")
    print(s.get_nowait(), s.get_nowait(), s.empty())
    r = Rude()
    await r.put("ab")
    r.put_nowait("cd")
    print(await r.get(), await r.get())
    try:
        Broken(4)
    except ValueError as e:
        print(e)
    for size in 2.5, True, -1, 10**30:
        q = asyncio.Queue(size)
        for n in range(4):
            if q.full():
                break
            q.put_nowait(n)
        print(size, q.maxsize, q.qsize())


asyncio.run(main())
