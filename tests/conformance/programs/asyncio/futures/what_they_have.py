# What tasks and futures have; a subclass may call super().__del__().
import asyncio


class Noisy(asyncio.Task):
    def __del__(self):
        super().__del__()
        print("gone")


async def work():
    return 555


async def main():
    task = asyncio.create_task(work())
    print(dir(task))
    print(dir(asyncio.get_running_loop().create_future()))
    print(hasattr(task, "__dict__"), await task)
    task.label = "set"
    print(task.label)
    await Noisy(work(), loop=asyncio.get_running_loop())


asyncio.run(main())
