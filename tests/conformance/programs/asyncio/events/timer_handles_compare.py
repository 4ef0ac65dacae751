# Two timers are equal when time, callback, arguments and state are.
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    first = loop.call_at(5, print, "x", [1])
    same = loop.call_at(5.0, print, "x", [1])
    others = loop.call_at(5, print, "y", [1]), loop.call_at(6, print, "x", [1]), loop.call_at(5, len, "x", [1]), loop.call_at(5, print)
    print(first == same, hash(first) == hash(same), [first == o for o in others], first != same)
    same.cancel()
    print(first == same, first == 5)


asyncio.run(main())
