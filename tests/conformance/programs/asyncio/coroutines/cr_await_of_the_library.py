# cr_await leads from one coroutine to the next, in the library too, to the future at the end.
import asyncio
import inspect


async def nap(delay):
    await asyncio.sleep(delay)


def chain(awaited):
    out = []
    while awaited is not None:
        state = inspect.getcoroutinestate(awaited) if inspect.iscoroutine(awaited) else "-"
        out.append(f"{type(awaited).__name__} {getattr(awaited, '__qualname__', '')} {state}")
        awaited = getattr(awaited, "cr_await", None)
    return out


async def main():
    lock, full, event, barrier, sem, cond = asyncio.Lock(), asyncio.Queue(1), asyncio.Event(), asyncio.Barrier(2), asyncio.Semaphore(0), asyncio.Condition()
    await lock.acquire()
    full.put_nowait(1)

    async def group():
        async with asyncio.TaskGroup() as tg:
            tg.create_task(nap(1))

    async def waits():
        async with cond:
            await cond.wait_for(lambda: False)

    async def completed():
        async for task in asyncio.as_completed([nap(1)]):
            pass

    async def enters():
        async with lock:
            pass

    coros = [asyncio.sleep(1), lock.acquire(), sem.acquire(), asyncio.Queue().get(), full.put(2), full.join(), barrier.wait(), event.wait(), asyncio.wait_for(nap(1), 2),
             asyncio.wait([asyncio.create_task(nap(1))]), group(), waits(), completed(), enters(), asyncio.StreamReader().read()]
    tasks = [asyncio.create_task(c) for c in coros]
    await asyncio.sleep(0)
    kept = tasks[6].get_coro().cr_await
    for coro in coros:
        print(chain(coro))
    for task in tasks:
        task.cancel()
    await asyncio.wait(tasks)
    print(inspect.getcoroutinestate(kept), kept.cr_await)


asyncio.run(main())
