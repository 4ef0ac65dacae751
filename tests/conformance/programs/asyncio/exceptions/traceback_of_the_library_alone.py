# An exception that no line of the program has seen has a traceback all the same, if it left a coroutine.
import asyncio

async def main():
    event = asyncio.Event()
    never_raised = asyncio.get_running_loop().create_future()
    never_raised.set_exception(KeyError("set"))
    del never_raised
    async with asyncio.TaskGroup() as group:
        group.create_task(asyncio.wait_for(event.wait(), 3))

asyncio.run(main())
