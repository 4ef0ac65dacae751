# A group whose __aexit__ has failed forgets its errors; a member that fails later finds none.
import asyncio


class Stubborn(asyncio.Task):
    def cancel(self, msg=None):
        raise RecursionError("too deep")


async def member():
    await asyncio.sleep(1)
    raise ValueError("late")


async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda loop, context: print(context["message"], repr(context.get("exception"))))
    loop.set_task_factory(lambda loop, coro, **options: Stubborn(coro, loop=loop, **options))
    try:
        async with asyncio.TaskGroup() as group:
            task = group.create_task(member())
            raise KeyError("body")
    except RecursionError as e:
        print(repr(e), repr(e.__context__))
    print(group, group._errors, group._parent_task)
    await asyncio.sleep(2)
    print(task.done(), group)


asyncio.run(main())
