import asyncio
import functools

def on_done(label, fut):
    if fut.cancelled():
        print(label, "cancelled")
    elif (e := fut.exception()) is not None:
        print(label, "failed:", e)
    else:
        print(label, "->", fut.result())

async def work(x):
    await asyncio.sleep(x)
    if x == 2:
        raise ValueError("two is bad")
    return x * 10

async def main():
    loop = asyncio.get_running_loop()
    tasks = [asyncio.create_task(work(x)) for x in (1, 2, 3)]
    for i, t in enumerate(tasks):
        t.add_done_callback(functools.partial(on_done, f"task {i}"))
    loop.call_later(2.5, tasks[2].cancel, "enough")
    fut = loop.create_future()
    fut.add_done_callback(lambda f: print("future says", f.result()))
    loop.call_soon(fut.set_result, "hello")
    await asyncio.wait(tasks)
    try:
        await tasks[2]
    except asyncio.CancelledError as e:
        print("cancelled with", e.args)
    print(fut, tasks[0])

asyncio.run(main())
