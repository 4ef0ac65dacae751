# A queue whose subclass says how large it is, calls the inherited parts, and is asked for its format.
import asyncio


class Counted(asyncio.Queue):
    def _init(self, maxsize):
        super()._init(maxsize)
        self.kept = []

    def qsize(self):
        return len(self.kept)

    def _put(self, item):
        self.kept.append(item)

    def _get(self):
        return self.kept.pop()


class Plain(asyncio.Queue):
    def _init(self, maxsize):
        print("init", maxsize)
        super()._init(maxsize)


async def main():
    q = Counted(2)
    print(q.empty(), q.full(), q.qsize())
    await q.put(1)
    await q.put(2)
    print(q.empty(), q.full(), q.qsize())
    try:
        q.put_nowait(3)
    except asyncio.QueueFull as e:
        print(repr(e))
    print(q.kept, q._get(), q.full())
    p = Plain(1.5)
    p.put_nowait("a")
    print(p.full(), p.maxsize, p._format())
    p.put_nowait("b")
    print(p.full(), p.get_nowait(), p.get_nowait())
    print(Plain(10**30).maxsize)
    for bad in ["x", None]:
        try:
            print(asyncio.Queue(bad).full())
        except TypeError as e:
            print(e)


asyncio.run(main())
