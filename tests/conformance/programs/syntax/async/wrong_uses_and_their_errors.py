import asyncio
async def main():
    for v in (5, None, [], len, asyncio.sleep, main, 'x'):
        try: await v
        except TypeError as e: print(e)
    async def f(): pass
    c = f(); await c
    try: await c
    except RuntimeError as e: print(e)
    try: f() + 1
    except TypeError as e: print(e)
    try: f()()
    except TypeError as e: print(e)
    try: next(f())
    except TypeError as e: print(e)
    try:
        for x in f(): pass
    except TypeError as e: print(e)
    try: len(f())
    except TypeError as e: print(e)
    try: f()[0]
    except TypeError as e: print(e)
    print(bool(f()))
    try: asyncio.run(f())
    except RuntimeError as e: print(e)
    try: await asyncio.wait([])
    except ValueError as e: print(e)
    try: await asyncio.wait_for(f())
    except TypeError as e: print(e)
    try: asyncio.create_task(f)
    except TypeError as e: print(e)
    try: await asyncio.gather(f(), 5)
    except TypeError as e: print(e)
    try: asyncio.create_task()
    except TypeError as e: print(e)
    try: asyncio.sleep()
    except TypeError as e: print(e)
    try: await asyncio.sleep('a')
    except TypeError as e: print(e)
    t = asyncio.create_task(f(), name='nm'); await t
    try: t.set_result(1)
    except RuntimeError as e: print(e)
    fu = asyncio.Future()
    try: fu.result()
    except asyncio.InvalidStateError as e: print(e)
    fu.set_result(1)
    try: fu.set_result(2)
    except asyncio.InvalidStateError as e: print(e)
    with_ = asyncio.Lock()
    try: with_.release()
    except RuntimeError as e: print(e)
    q = asyncio.Queue(1); q.put_nowait(1)
    try: q.put_nowait(2)
    except asyncio.QueueFull as e: print(repr(e))
    q.get_nowait()
    try: q.get_nowait()
    except asyncio.QueueEmpty as e: print(repr(e))
    try: q.task_done(); q.task_done()
    except ValueError as e: print(e)
asyncio.run(main())
