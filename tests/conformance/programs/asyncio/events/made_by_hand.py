# Handles made by hand, times that are no floats, names inside a loop and a gathering.
import asyncio
from fractions import Fraction


async def main():
    loop = asyncio.get_running_loop()
    for make in [lambda: loop.call_later(None, print), lambda: loop.call_soon(5), lambda: asyncio.Semaphore(-1)]:
        try:
            print(make())
        except (TypeError, ValueError) as e:
            print(type(e).__name__, e)
    handle = asyncio.Handle(print, ("by", "hand"), loop)
    handle._run()
    print(handle.cancelled(), handle._args, handle._callback is print)
    handle.cancel()
    print(handle.cancelled(), handle._args, handle._callback)
    loop.call_at(Fraction(3, 2), lambda: print("at", float(loop.time())))
    loop.call_later(True, lambda: print("later", loop.time()))
    await asyncio.sleep(Fraction(5, 2))
    print(loop.time())
    both = asyncio.gather(asyncio.sleep(1, "a"), asyncio.sleep(2, "b"))
    print(len(both._children), both._cancel_requested)
    both.cancel()
    print(both._cancel_requested)
    try:
        await both
    except asyncio.CancelledError as e:
        print(repr(e))
    task = asyncio.create_task(asyncio.sleep(0))
    shielded = asyncio.shield(task)
    print([callback.__qualname__ for callback, context in task._callbacks])
    print(task._callbacks[1][0])
    await shielded
    for x in iter(task):
        print("not reached")
    future = loop.create_future()
    for x in future:
        print(x is future)
        break
    print(loop._closed, loop._debug, loop._stopping)
    asyncio.print_call_graph(asyncio.current_task(), limit=1)
    waiting = asyncio.create_task(asyncio.wait_for(future, 5), name="waiting")
    await asyncio.sleep(0)
    asyncio.print_call_graph(future)
    waiting.cancel()


asyncio.run(main())
