# A future iterated by hand, one that is awaited twice by the same coroutine's helper, and objects that only look like futures.
import asyncio


class Older:
    """As much of a future as ensure_future and gather ask for."""

    _asyncio_future_blocking = False
    _cancel_message = None

    def __init__(self, loop):
        self._loop = loop
        self._callbacks = []
        self._state = "PENDING"
        self._value = None

    def add_done_callback(self, callback, *, context=None):
        self._callbacks.append(callback)

    def remove_done_callback(self, callback):
        return 0

    def done(self):
        return self._state != "PENDING"

    def cancelled(self):
        return self._state == "CANCELLED"

    def cancel(self, msg=None):
        self._state = "CANCELLED"
        self.tell()
        return True

    def result(self):
        if self.cancelled():
            raise asyncio.CancelledError()
        return self._value

    def exception(self):
        return None

    def _make_cancelled_error(self):
        return asyncio.CancelledError("alike")

    def finish(self, value):
        self._value, self._state = value, "FINISHED"
        self.tell()

    def tell(self):
        for callback in self._callbacks:
            self._loop.call_soon(callback, self)

    def __await__(self):
        if not self.done():
            self._asyncio_future_blocking = True
            yield self
        return self.result()

    __iter__ = __await__


class Alike(Older):
    def get_loop(self):
        return self._loop


async def wait(future):
    return await future


async def main():
    loop = asyncio.get_running_loop()
    f = loop.create_future()
    steps = f.__await__()
    print(steps.send(None) is f, f._asyncio_future_blocking)
    f.set_result(1)
    try:
        steps.send(None)
    except StopIteration as e:
        print("stop", e.value)
    g = loop.create_future()
    it = iter(g)
    next(it)
    try:
        it.throw(ValueError("thrown"))
    except ValueError as e:
        print(repr(e))
    h = loop.create_future()
    it = iter(h)
    next(it)
    try:
        next(it)
    except RuntimeError as e:
        print(e)
    alike = Alike(loop)
    print(asyncio.isfuture(alike), asyncio.ensure_future(alike) is alike)
    loop.call_later(1, alike.finish, "value")
    print(await alike, loop.time())
    first, second = Older(loop), Alike(loop)
    loop.call_later(1, first.finish, 1)
    loop.call_later(2, second.finish, 2)
    print(await asyncio.gather(first, second), loop.time())
    third, fourth = Alike(loop), Alike(loop)
    loop.call_later(1, third.cancel)
    loop.call_later(2, fourth.finish, 4)
    print([type(x).__name__ for x in await asyncio.gather(third, fourth, return_exceptions=True) if not isinstance(x, int)])
    fifth = Alike(loop)
    loop.call_later(1, fifth.finish, 5)
    print(await asyncio.wait_for(wait(fifth), 3), await asyncio.shield(asyncio.ensure_future(wait(fifth))))


asyncio.run(main())
