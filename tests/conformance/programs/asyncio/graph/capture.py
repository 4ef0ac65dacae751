import asyncio

async def job(f):
    await f

async def main():
    f = asyncio.get_running_loop().create_future()
    t = asyncio.create_task(job(f), name="t")
    await asyncio.sleep(0)
    g = asyncio.capture_call_graph(f)
    print(type(g).__name__, g.future is f, g.call_stack, [p.future.get_name() for p in g.awaited_by])
    h = asyncio.capture_call_graph(t, limit=1)
    print([e.frame.f_code.co_name for e in h.call_stack], h.awaited_by)
    me = asyncio.capture_call_graph(depth=1, limit=5)
    print([e.frame.f_code.co_name for e in me.call_stack], me.future.get_name())
    f.set_result(None)
    await t

asyncio.run(main())
try:
    asyncio.capture_call_graph()
except RuntimeError as e:
    print(e)
