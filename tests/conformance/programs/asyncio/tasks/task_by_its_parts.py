# A task's inside by its CPython names, and what it makes of objects that are not quite futures.
import asyncio
import io
import collections.abc


async def fails(depth):
    if depth:
        await fails(depth - 1)
    raise ValueError("deep")


class ByHand(collections.abc.Coroutine):
    def __init__(self):
        self.left = 2

    def send(self, value):
        self.left -= 1
        if self.left < 0:
            raise StopIteration("by hand")

    def throw(self, *args):
        raise args[0]

    def close(self):
        print("closed")

    def __await__(self):
        yield


class Yields:
    def __init__(self, what):
        self.what = what

    def __await__(self):
        yield self.what


async def waits(what):
    await Yields(what)


async def main():
    loop = asyncio.get_running_loop()
    t = asyncio.create_task(asyncio.sleep(1, "x"), name="t")
    print(t._must_cancel, t._coro.__name__, t._fut_waiter, t._log_destroy_pending)
    t.cancel()
    print(t._must_cancel, t.cancelling(), t.uncancel())
    try:
        await t
    except asyncio.CancelledError:
        print("cancelled")
    t = asyncio.create_task(asyncio.sleep(1, "x"))
    await asyncio.sleep(0)
    print(t._fut_waiter is not None, asyncio.isfuture(t._fut_waiter))
    t._log_destroy_pending = False
    print(t._log_destroy_pending, await t)

    t = asyncio.create_task(fails(2))
    await asyncio.wait([t])
    print([frame.f_code.co_name for frame in t.get_stack()], len(t.get_stack(limit=1)))
    out = io.StringIO()
    t.print_stack(file=out)
    print([line for line in out.getvalue().splitlines() if not line.startswith("  File")])
    print(repr(t.exception()))

    t = asyncio.create_task(ByHand())
    print(repr(t).split("coro=")[1].split()[0])
    print(await t)

    me = loop.create_future()

    async def itself():
        await me

    task = asyncio.create_task(itself())

    async def self_wait():
        await asyncio.current_task()

    other = asyncio.new_event_loop()
    foreign = other.create_future()
    for coro in self_wait(), waits(5), waits(loop.create_future()), waits((n for n in ())), waits(None):
        try:
            print("ends", await asyncio.create_task(coro))
        except RuntimeError as e:
            print(str(e).split(" in task")[0].split(": <")[0])

    async def far():
        await foreign

    try:
        await asyncio.create_task(far())
    except RuntimeError as e:
        print(str(e).split(" got")[1].split("<")[0], str(e).endswith("attached to a different loop"))
    other.close()
    me.set_result(1)
    await task


asyncio.run(main())
