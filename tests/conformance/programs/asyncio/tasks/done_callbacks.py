import asyncio

def note(label):
    return lambda t: print(label, t.get_name(), t.cancelled() or t.exception() or t.result())

async def work(fail):
    await asyncio.sleep(1)
    if fail:
        raise ValueError("x")
    return "ok"

async def main():
    a = asyncio.create_task(work(False), name="a")
    b = asyncio.create_task(work(True), name="b")
    for t in (a, b):
        t.add_done_callback(note("first"))
        t.add_done_callback(note("second"))
    await asyncio.wait([a, b])
    print("after wait")
    a.add_done_callback(note("late"))
    print("not called yet")
    await asyncio.sleep(0)
    cb = note("removed")
    c = asyncio.create_task(work(False), name="c")
    c.add_done_callback(cb)
    c.add_done_callback(cb)
    print(c.remove_done_callback(cb), c.remove_done_callback(cb))
    await c

asyncio.run(main())
