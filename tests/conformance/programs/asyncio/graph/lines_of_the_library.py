# The line at which CPython's own coroutine stands, where it has several awaits.
import asyncio

async def show(coroutine):
    task = asyncio.create_task(coroutine, name="task")
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    asyncio.print_call_graph(task)
    task.cancel()
    await asyncio.wait([task])

async def stubborn():
    try:
        await asyncio.sleep(5)
    finally:
        await asyncio.sleep(1)

async def begun():
    task = asyncio.create_task(stubborn())
    await asyncio.sleep(0)
    await asyncio.wait_for(task, 0)

async def main():
    await show(begun())
    await show(asyncio.wait_for(asyncio.sleep(1), 2))
    await show(asyncio.StreamReader().readexactly(5))
    await show(asyncio.StreamReader().readline())
    await show(asyncio.open_connection("localhost", 1))
    await show(first())

async def numbers():
    asyncio.print_call_graph()
    yield 1

async def first():
    await anext(numbers(), None)
    await asyncio.sleep(1)

asyncio.run(main())
