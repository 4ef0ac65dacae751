import asyncio
def log(*w):
    t=asyncio.current_task(); print(asyncio.get_running_loop().time(), t.get_name() if t else "loop", *w)
async def c(n):
    log("c", n)
    return n
async def s(n):
    await asyncio.sleep(0); log("s", n); return n
async def e(n):
    raise ValueError(n)
async def tick():
    for i in range(8):
        log("tick", i); await asyncio.sleep(0)
async def main():
    loop = asyncio.get_running_loop()
    t = asyncio.create_task(tick())
    f = asyncio.run_coroutine_threadsafe(c(1), loop)
    log("r1", await asyncio.wrap_future(f))
    log("r2", await asyncio.wrap_future(asyncio.run_coroutine_threadsafe(s(2), loop)))
    try: await asyncio.wrap_future(asyncio.run_coroutine_threadsafe(e(3), loop))
    except ValueError as x: log(repr(x))
    w = asyncio.wrap_future(asyncio.run_coroutine_threadsafe(asyncio.sleep(5), loop))
    loop.call_soon(w.cancel, "msg")
    try: await w
    except asyncio.CancelledError as x: log(repr(x))
    log([t.get_name() for t in asyncio.all_tasks()])
    async def own():
        asyncio.current_task().cancel("self")
    try: await asyncio.wrap_future(asyncio.run_coroutine_threadsafe(own(), loop))
    except asyncio.CancelledError as x: log(repr(x))
    async def own2():
        asyncio.current_task().cancel("self")
        await asyncio.sleep(1)
    try: await asyncio.wrap_future(asyncio.run_coroutine_threadsafe(own2(), loop))
    except asyncio.CancelledError as x: log(repr(x))
    w = asyncio.wrap_future(asyncio.run_coroutine_threadsafe(asyncio.sleep(5), loop))
    log(w)
    await asyncio.sleep(0)
    log(w)
    w.cancel()
    log(w)
    await asyncio.sleep(0)
    log([t.get_name() for t in asyncio.all_tasks()])
    await asyncio.sleep(0)
    log([t.get_name() for t in asyncio.all_tasks()])
    await asyncio.sleep(0)
    log([t.get_name() for t in asyncio.all_tasks()])
    g = asyncio.gather(asyncio.wrap_future(asyncio.run_coroutine_threadsafe(asyncio.sleep(5), loop)), asyncio.sleep(5))
    loop.call_soon(g.cancel, "gm")
    try: await g
    except asyncio.CancelledError as x: log(repr(x))
    await asyncio.sleep(0); await asyncio.sleep(0); await asyncio.sleep(0)
    log([t.get_name() for t in asyncio.all_tasks()])
    loop.set_task_factory(asyncio.eager_task_factory)
    log("r1", await asyncio.wrap_future(asyncio.run_coroutine_threadsafe(c(1), loop)))
    w = asyncio.wrap_future(asyncio.run_coroutine_threadsafe(s(5), loop))
    t = asyncio.create_task(tick())
    log(await w)
    import time
    time.sleep(1)
    log("r9", await asyncio.wrap_future(asyncio.run_coroutine_threadsafe(s(9), loop)))
asyncio.run(main())
