# What a loop's own call_soon is given for a task's steps, and how handles show it.
import asyncio


class Loud(type(asyncio.new_event_loop())):
    def call_soon(self, callback, *args, context=None):
        print(type(callback).__name__, getattr(callback, "__qualname__", "-"), getattr(callback, "__name__", "-"),
              type(getattr(callback, "__self__", None)).__name__, len(args), context is not None)
        print(" ", repr(callback).split(" at 0x")[0])
        handle = super().call_soon(callback, *args, context=context)
        print(" ", repr(handle).split(" at 0x")[0])
        return handle


async def main():
    await asyncio.sleep(0)
    await asyncio.sleep(0.1)
    future = asyncio.get_running_loop().create_future()
    asyncio.get_running_loop().call_later(1, future.set_result, 5)
    return await future


with asyncio.Runner(loop_factory=Loud) as runner:
    print(runner.run(main()))
