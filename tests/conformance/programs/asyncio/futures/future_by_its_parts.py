# A future's inside by its CPython names, and its iterator driven by hand.
import asyncio
import contextvars


def called(f):
    print("called", f.done())


async def main():
    loop = asyncio.get_running_loop()
    f = loop.create_future()
    print(f._state, f._callbacks, f._exception, f._result, f._loop is loop, f._source_traceback, f._cancel_message, f._log_traceback)
    f.add_done_callback(called)
    f.add_done_callback(print, context=contextvars.copy_context())
    print(len(f._callbacks), [c[0].__name__ for c in f._callbacks], [type(c[1]).__name__ for c in f._callbacks])
    f.remove_done_callback(print)
    f.set_result(4)
    print(f._state, f._result, f._exception)
    await asyncio.sleep(0)
    print(f._callbacks)
    g = loop.create_future()
    g.set_exception(ValueError("v"))
    print(g._state, repr(g._exception), g._result, g._log_traceback)
    try:
        g._log_traceback = True
    except ValueError as e:
        print(e)
    g._log_traceback = False
    print(g._log_traceback)
    h = loop.create_future()
    h.cancel("why")
    print(h._state, h._cancel_message, repr(h._make_cancelled_error()))
    h._cancel_message = "because"
    try:
        h.result()
    except asyncio.CancelledError as e:
        print(repr(e))

    i = loop.create_future()
    it = iter(i)
    print(type(it).__name__, it.send(None) is i, i._asyncio_future_blocking)
    i._asyncio_future_blocking = False
    try:
        next(it)
    except RuntimeError as e:
        print(e)
    i = loop.create_future()
    it = i.__await__()
    print(next(it) is i)
    i._asyncio_future_blocking = False
    i.set_result("done")
    try:
        next(it)
    except StopIteration as e:
        print("stops with", e.value)
    it = iter(i)
    try:
        it.send(None)
    except StopIteration as e:
        print("stops with", e.value)
    for thrown in (ValueError("a"),), (ValueError, "b"), (KeyError,):
        it = iter(loop.create_future())
        it.send(None)
        try:
            it.throw(*thrown)
        except Exception as e:
            print(repr(e))
    it = iter(loop.create_future())
    print(it.close())

    class Half(asyncio.Future):
        def __init__(self):
            pass

    for what in "result", "exception", "cancel", "done":
        try:
            print(what, getattr(Half(), what)())
        except Exception as e:
            print(what, type(e).__name__)
    print(asyncio.isfuture(f), asyncio.isfuture(5), asyncio.isfuture(asyncio.Future))

    class Alike:
        _asyncio_future_blocking = False

        def __getattr__(self, name):
            raise AttributeError(name)

    print(asyncio.isfuture(Alike()))


asyncio.run(main())
