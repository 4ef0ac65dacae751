# A cancel() of the program's own runs in the context in which the library's callback that calls it was made.
import asyncio
import contextvars

var = contextvars.ContextVar("var", default="-")

class Loud(asyncio.Task):
    def cancel(self, msg=None):
        print("cancel", self.get_name(), var.get())
        return super().cancel(msg)

async def fail():
    raise ValueError

async def main():
    loop = asyncio.get_running_loop()
    loop.set_task_factory(lambda loop, coro, **options: Loud(coro, loop=loop, **options))
    var.set("main")
    try:
        async with asyncio.timeout(1):
            await asyncio.gather(asyncio.sleep(5), asyncio.sleep(6))
    except TimeoutError:
        print("timeout")
    var.set("group")
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(fail())
            group.create_task(asyncio.sleep(3))
    except ExceptionGroup as e:
        print(e)

asyncio.run(main())
