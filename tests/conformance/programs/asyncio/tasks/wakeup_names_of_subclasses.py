import asyncio
class Loud(asyncio.Task):
    pass
class F(asyncio.Future): pass
async def child(): await asyncio.sleep(1)
async def parent(t): await t
async def main():
    loop = asyncio.get_running_loop()
    loop.set_task_factory(lambda loop, coro, **kw: Loud(coro, loop=loop, **kw))
    t = asyncio.create_task(child()); p = asyncio.create_task(parent(t))
    await asyncio.sleep(0)
    print(t, p)
    q = asyncio.Task(parent(t), loop=loop)
    await asyncio.sleep(0)
    print(t); print(q)
    f = F(); r = asyncio.Task(parent(f)); s = asyncio.create_task(parent(f))
    await asyncio.sleep(0)
    print(f); print(r, s)
    g = loop.create_future(); u = asyncio.create_task(parent(g))
    await asyncio.sleep(0)
    print(g)
    w = asyncio.create_task(asyncio.wait_for(t, 5))
    await asyncio.sleep(0)
    print(t)
    w = asyncio.create_task(asyncio.wait_for(child(), 5))
    await asyncio.sleep(0)
    print(w)
    await asyncio.sleep(0)
    print(w)
    async with asyncio.timeout(3):
        c = asyncio.create_task(child())
        l = asyncio.create_task(asyncio.sleep(0))
        await asyncio.wait_for(asyncio.gather(c, l), 2)
    g.set_result(0); f.set_result(0)
asyncio.run(main())
