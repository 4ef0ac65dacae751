# While a chain of awaits runs, no coroutine of it is suspended: cr_await is None, and a graph that comes by it ends at its first.
import asyncio

async def child():
    await asyncio.sleep(1)

async def inner():
    print(asyncio.current_task().get_coro().cr_await)
    async with asyncio.TaskGroup() as group:
        asyncio.print_call_graph(group.create_task(child(), name="child"))
    asyncio.create_task(eager(asyncio.current_task()), name="eager", eager_start=True)

async def eager(creator):
    asyncio.print_call_graph(creator)

async def main():
    print(asyncio.current_task().get_coro().cr_await)
    await inner()

asyncio.run(main())
