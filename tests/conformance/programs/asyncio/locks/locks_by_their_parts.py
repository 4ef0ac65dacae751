# Subclasses of locks whose methods are used by name, locks of other kinds in a condition, and the inside by CPython's names.
import asyncio


class Loud(asyncio.Lock):
    async def acquire(self):
        print("acquire")
        return await super().acquire()

    def release(self):
        print("release")
        super().release()


class LoudSemaphore(asyncio.Semaphore):
    async def acquire(self):
        print("acquire", self._value)
        return await super().acquire()

    def release(self):
        print("release")
        super().release()


class LoudCondition(asyncio.Condition):
    async def wait(self):
        print("wait")
        return await super().wait()


class LoudBarrier(asyncio.Barrier):
    async def wait(self):
        print("barrier")
        return await super().wait()


class Other:
    """A lock that is none of asyncio's."""

    def __init__(self):
        self.held = False

    def locked(self):
        return self.held

    async def acquire(self):
        print("other acquires")
        self.held = True
        return True

    def release(self):
        print("other releases")
        self.held = False


async def main():
    loud = Loud()
    async with loud:
        print(loud._locked, loud._waiters)
        waiting = asyncio.create_task(loud.acquire())
        await asyncio.sleep(0)
        print(len(loud._waiters), repr(loud).split("[")[1])
    print(await waiting, loud.locked())
    loud.release()
    s = LoudSemaphore(1)
    async with s:
        print(s._value, s.locked())
        first = asyncio.create_task(s.acquire())
        await asyncio.sleep(0)
        print(len(s._waiters), s.locked())
        first.cancel()
        await asyncio.sleep(0)
        print(s.locked())
    e = asyncio.Event()
    print(e._value, e._waiters)
    e.set()
    print(e._value)

    cond = LoudCondition(loud)
    print(cond._lock is loud, cond._waiters)

    async def wake():
        async with cond:
            cond.notify_all()

    async with cond:
        task = asyncio.create_task(wake())
        state = []
        print(await cond.wait_for(lambda: state.append(1) or len(state) > 1))
    await task

    other = Other()
    cond = asyncio.Condition(other)
    try:
        cond.notify()
    except RuntimeError as error:
        print(error)
    try:
        await cond.wait()
    except RuntimeError as error:
        print(error)

    async def wake2():
        async with cond:
            cond.notify()

    async with cond:
        print(cond.locked())
        task = asyncio.create_task(wake2())
        print(await cond.wait())
    await task
    try:
        asyncio.Condition(5)
    except AttributeError as error:
        print(error)
    barrier = LoudBarrier(2)

    async def arrive():
        async with barrier as place:
            return place

    print(barrier._count, barrier.parties)
    print(await asyncio.gather(arrive(), arrive()), barrier._count)


asyncio.run(main())
