# Handles made by hand, compared, run, and their inside by CPython's names.
import asyncio
import contextvars
import functools


def show(*args):
    print("shown", *args)


class Odd:
    def __repr__(self):
        raise ValueError("no repr")


async def main():
    loop = asyncio.get_running_loop()
    h = asyncio.Handle(show, (1, 2), loop)
    print(h._callback is show, h._args, h._cancelled, h._loop is loop, type(h._context).__name__)
    h._run()
    h.cancel()
    print(h._cancelled, h.cancelled(), h._callback, h._args)
    a = asyncio.TimerHandle(1.5, show, (), loop)
    b = asyncio.TimerHandle(2.5, show, (), loop, contextvars.copy_context())
    c = asyncio.TimerHandle(1.5, show, (), loop)
    print(a == c, a != c, a == b, a < b, a <= c, a > b, a >= c, hash(a) == hash(c), a == 5, a._when, a._scheduled, a.when())
    for other in 5, None:
        try:
            a < other
        except TypeError as e:
            print(e)
    timer = loop.call_later(1, show, "later")
    print(timer._scheduled, timer._when, timer._args)
    await asyncio.sleep(2)
    print(timer._scheduled)
    soon = loop.call_soon(show, "soon")
    print(soon._callback.__name__, soon._args)
    await asyncio.sleep(0)
    name = lambda handle: repr(handle).split(" at ")[0]
    for callback, args in (functools.partial(show, 1, a={1: 2}), ({3, 1, 2}, frozenset(), frozenset("a"))), (show, ({}, {"b": [1] * 9, "a": ()}, (1,), [[[[]]]])), (functools.partial(functools.partial(show, "in"), "out"), ()):
        handle = asyncio.Handle(callback, args, loop)
        print(name(handle))
    loop.set_debug(True)
    for callback, args in (functools.partial(show, 1, a={1: 2}), ({3, 1, 2}, frozenset(), {2.5, 1}, {1j, 2j} - {2j}, set())), (show, ({}, {2: 1, "a": ()}, "x" * 100, 10**50, {5: {6: {7: {8: {}}}}})):
        handle = asyncio.Handle(callback, args, loop)
        print(repr(handle).split(" at ")[0])
    loop.set_debug(False)
    try:
        asyncio.set_event_loop("loop")
    except TypeError as e:
        print(e)


asyncio.run(main())
