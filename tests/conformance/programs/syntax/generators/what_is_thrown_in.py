# throw() makes a context of what the generator itself handles, not of what its caller does; a StopIteration thrown into an
# async generator that has not begun is a result to its awaiter.
import asyncio


def plain():
    yield


def handling():
    try:
        1 / 0
    except ZeroDivisionError:
        yield


for make in plain, handling:
    g = make()
    next(g)
    try:
        raise KeyError("caller")
    except KeyError:
        try:
            g.throw(ValueError("thrown"))
        except ValueError as e:
            print(make.__name__, repr(e.__context__))


async def source():
    yield 1


async def main():
    g = source()
    print(await g.athrow(StopIteration("result")))
    g = source()
    print(await anext(g))
    try:
        await g.athrow(StopIteration("no"))
    except RuntimeError as e:
        print(repr(e))


asyncio.run(main())
