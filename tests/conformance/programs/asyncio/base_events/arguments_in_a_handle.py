# How a handle shows its callback and the arguments: cut, nested, unsortable, broken, wrapped.
import asyncio
import functools


def call(*args, **kwargs):
    pass


class Broken:
    def __repr__(self):
        raise ValueError("no repr")


class Long:
    def __repr__(self):
        return "L" * 100


class Nameless:
    def __call__(self):
        pass

    def __repr__(self):
        return "nameless"


@functools.wraps(call)
def wrapped(*args):
    pass


async def main():
    loop = asyncio.get_running_loop()

    loop.set_debug(True)

    def show(callback, *args):
        handle = loop.call_later(1, callback, *args)
        text = repr(handle).split(" when=", 1)[1].split(" ", 1)[1]
        handle.cancel()
        print(text[:text.rfind(" at ")] if " at 0x" not in text else "<" + text.split("(")[0])

    show(call, {1: {2: {3: {4: {5: {6: {7: 8}}}}}}})
    show(call, [[[[[[[[1]]]]]]]], ((((((((1,),),),),),),),))
    show(call, {1, None}, {2}, frozenset([1]), set(), [], {}, ())
    show(call, list(range(20)), tuple(range(20)), dict.fromkeys(range(20)), "x" * 100, 10**60)
    show(call, Long())
    show(functools.partial(call, 1, a=2), 3)
    show(functools.partial(functools.partial(call, "in"), b=[1]), "out")
    show(wrapped, 1)
    show(Nameless())
    show("text".upper)
    show(print, 1, None, True, 1.5, b"bytes")
    handle = loop.call_later(1, call, Broken())
    text = repr(handle)
    print(text[:text.index("<Broken")], "insta" in text)
    handle.cancel()
    print("cancelled" in repr(handle))


asyncio.run(main())
