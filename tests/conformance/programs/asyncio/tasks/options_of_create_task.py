# What create_task makes of its options, and a task of what cannot be awaited.
import asyncio
import contextvars


async def nothing():
    return 1


class Loopless:
    _asyncio_future_blocking = True

    def get_loop(self):
        return None


async def waits(what):
    class Yields:
        def __await__(self):
            return (yield what)

    return await Yields()


async def attempt(label, make):
    coro = nothing()
    try:
        print(label, await make(coro))
    except Exception as e:
        print(label, type(e).__name__, str(e).split(" 0x")[0][:70])
    finally:
        coro.close()


async def main():
    loop = asyncio.get_running_loop()
    await attempt("own context", lambda c: loop.create_task(c, context=contextvars.copy_context()))
    await attempt("none", lambda c: loop.create_task(c, name=None, context=None, eager_start=None))
    await attempt("unknown", lambda c: loop.create_task(c, colour="red"))
    await attempt("not one", lambda c: loop.create_task(5))
    await attempt("ensure", lambda c: asyncio.ensure_future(5))
    await attempt("eager", lambda c: loop.create_task(c, eager_start=True))

    async def itself():
        await task

    task = asyncio.create_task(itself(), name="self")
    try:
        await task
    except RuntimeError as e:
        print(str(e).split("<")[0])
    for what in [5, "text", None, [1]]:
        try:
            print(await asyncio.create_task(waits(what)))
        except RuntimeError as e:
            print(str(e).split(": ")[0].split("<")[0])
    other = asyncio.new_event_loop()
    foreign = other.create_future()

    async def from_other():
        await foreign

    try:
        await asyncio.create_task(from_other(), name="foreign")
    except RuntimeError as e:
        print("attached to a different loop" in str(e))
    other.close()
    named = asyncio.create_task(nothing())
    named.set_name(5)
    print(named.get_name(), await named)
    try:
        named._coro, print(named._fut_waiter, named._must_cancel, named.cancelling())
    except AttributeError as e:
        print(e)


asyncio.run(main())
