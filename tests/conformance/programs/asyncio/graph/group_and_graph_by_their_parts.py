# What a task group and a call graph show of themselves.
import asyncio


async def quick(n):
    await asyncio.sleep(n)
    return n


async def fails():
    await asyncio.sleep(1)
    raise ValueError("one")


async def main():
    group = asyncio.TaskGroup()
    print(group._parent_task, group._errors, group._tasks)
    async with group as g:
        t = g.create_task(quick(1), name="q")
        print(len(g._tasks), t in g._tasks, g._parent_task is asyncio.current_task())
    print(group._tasks)
    group = asyncio.TaskGroup()
    try:
        async with group as g:
            g.create_task(fails())
            g.create_task(quick(5))
    except* ValueError as e:
        print(e.exceptions)
    print(group._errors)

    graph = asyncio.FutureCallGraph("f", (), ())
    print(graph)
    print(asyncio.FrameCallGraphEntry("frame"), asyncio.FutureCallGraph(future=1, call_stack=(2,), awaited_by=(3,)))
    for bad in 5, "x":
        try:
            asyncio.capture_call_graph(bad)
        except TypeError as e:
            print(e)
    for args in ((), (1, 2, 3, 4)):
        try:
            asyncio.FutureCallGraph(*args)
        except TypeError as e:
            print(str(e).split("(")[0], "TypeError")


asyncio.run(main())
