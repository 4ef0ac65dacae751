# Where errors go when a program has put its own stderr, or a broken handler.
import asyncio
import io
import sys


def fails():
    raise ValueError("in callback")


class Odd:
    def __repr__(self):
        raise TypeError("no repr")


async def main():
    loop = asyncio.get_running_loop()
    kept, sys.stderr = sys.stderr, io.StringIO()
    loop.call_soon(fails)
    await asyncio.sleep(0)
    text, sys.stderr = sys.stderr.getvalue(), kept
    print(text.splitlines()[0].split("<")[0], text.splitlines()[-1])

    sys.stderr = io.StringIO()
    loop.set_exception_handler(lambda loop, context: 1 / 0)
    loop.call_soon(fails)
    await asyncio.sleep(0)
    text, sys.stderr = sys.stderr.getvalue(), kept
    print([line for line in text.splitlines() if line and not line.startswith(" ")][-1], "Unhandled error in exception handler" in text)

    sys.stderr = io.StringIO()
    loop.set_exception_handler(None)
    loop.call_exception_handler({})
    loop.call_exception_handler({"message": "told", "future": "a future", "odd": [1, 2]})
    loop.call_exception_handler({"message": "", "exception": KeyError("k")})
    text, sys.stderr = sys.stderr.getvalue(), kept
    print(text)

    loop.set_exception_handler(lambda loop, context: print("handler", sorted(context)))
    loop.call_exception_handler({"message": "told", "future": "no future"})
    loop.set_exception_handler(None)
    for bad in ["text", 5]:
        try:
            loop.set_exception_handler(bad)
        except TypeError as e:
            print(e)
    print(loop.get_exception_handler())


asyncio.run(main())
