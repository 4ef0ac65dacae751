# The traceback of a task that failed in its eager start leads to the frames that made it, and they hold the task: a circle.
import asyncio

def spawn(coro):
    task = asyncio.create_task(coro, eager_start=True)
    return task

def drop(coro):
    asyncio.create_task(coro, eager_start=True)

async def fail(name):
    raise ValueError(name)

async def main():
    asyncio.get_running_loop().set_exception_handler(lambda loop, context: print(context["message"], repr(context["exception"])))
    spawn(asyncio.wait_for(fail("held"), 1))
    drop(asyncio.wait_for(fail("dropped"), 1))
    await asyncio.sleep(1)
    print("end")

asyncio.run(main())
