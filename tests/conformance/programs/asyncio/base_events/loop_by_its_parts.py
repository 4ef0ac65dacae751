# A loop's inside by CPython's names, its handlers and a subclass of its class.
import asyncio
import concurrent.futures
import io
import sys


async def main():
    loop = asyncio.get_running_loop()
    print(loop._debug, loop._closed, loop._stopping, loop._check_closed())
    loop.call_soon(print, "soon")
    print(len(loop._ready) >= 1, len(loop._scheduled))
    loop.call_later(1, print, "later")
    print(len(loop._scheduled))
    await asyncio.sleep(2)
    with concurrent.futures.ThreadPoolExecutor(1) as pool:
        loop.set_default_executor(pool)
        print(await loop.run_in_executor(None, sum, (1, 2)))
    loop.default_exception_handler({"message": "told by hand"})
    loop.default_exception_handler({"message": "with an error", "exception": ValueError("v"), "more": 5})
    loop.call_exception_handler({"message": "told again"})

    def handler(loop, context):
        print("handled", context["message"])
        raise KeyError("in the handler")

    loop.set_exception_handler(handler)
    loop.call_exception_handler({"message": "first"})
    loop.set_exception_handler(None)


asyncio.run(main())


class Loop(asyncio.SelectorEventLoop):
    def call_soon(self, callback, *args, context=None):
        self.count = getattr(self, "count", 0) + 1
        return super().call_soon(callback, *args, context=context)

    def call_exception_handler(self, context):
        print("own handler:", context["message"])

    def default_exception_handler(self, context):
        print("own default:", context["message"])


async def second():
    future = asyncio.get_running_loop().create_future()
    future.add_done_callback(lambda f: print("callback", f.result()))
    asyncio.get_running_loop().call_later(1, future.set_result, 7)
    print(await future)
    results = await asyncio.gather(asyncio.sleep(1, "a"), asyncio.sleep(2, "b"))
    asyncio.get_running_loop().call_soon(lambda: 1 / 0)
    await asyncio.sleep(0)
    asyncio.get_running_loop().default_exception_handler({"message": "by hand"})
    return results


with asyncio.Runner(loop_factory=Loop) as runner:
    print(runner.run(second()), runner.get_loop().count > 5)
