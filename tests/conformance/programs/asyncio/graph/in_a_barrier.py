# Where a task stands inside a barrier: at its condition's lock, held back while the barrier drains, or waiting for the others.
import asyncio

async def enter(barrier):
    async with barrier:
        pass

async def wait(barrier):
    await barrier.wait()

async def main():
    for function in enter, wait:
        barrier = asyncio.Barrier(2)
        tasks = [asyncio.create_task(function(barrier), name=name) for name in "abc"]
        for step in range(4):
            await asyncio.sleep(0)
            print(step, barrier)
            for task in tasks:
                if not task.done():
                    asyncio.print_call_graph(task)
        await barrier.abort()
        await asyncio.wait(tasks)
        await barrier._cond.acquire()
        tasks = [asyncio.create_task(coro, name=name) for coro, name in ((function(barrier), "d"), (barrier.reset(), "r"), (barrier.abort(), "a"))]
        await asyncio.sleep(0.1)
        for task in tasks:
            asyncio.print_call_graph(task)
        barrier._cond.release()

asyncio.run(main())
