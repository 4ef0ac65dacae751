# The frame of Handle._run keeps the context of its report, and that the exception: a circle that only a collection ends.
import asyncio
import gc


class Local:
    def __del__(self):
        print("local goes")


def fails(future):
    local = Local()
    raise ValueError("callback")


async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda loop, context: print(context["message"], sorted(context)))
    future = loop.create_future()
    future.add_done_callback(fails)
    future.set_exception(KeyError(1))
    del future
    await asyncio.sleep(1)
    print("kept until a collection")
    gc.collect()
    loop.set_debug(True)
    future = loop.create_future()
    future.add_done_callback(fails)
    future.set_result(1)
    await asyncio.sleep(1)


asyncio.run(main())
