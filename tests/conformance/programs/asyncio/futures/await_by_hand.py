import asyncio

async def main():
    f = asyncio.get_running_loop().create_future()
    it = f.__await__()
    print(type(it).__name__)
    x = next(it)
    print(x is f, f._asyncio_future_blocking)
    f._asyncio_future_blocking = False
    f.set_result(5)
    try:
        next(it)
    except StopIteration as e:
        print("value", e.value)
    try:
        next(iter(asyncio.get_running_loop().create_future()))
    except StopIteration:
        pass
    print("done")

asyncio.run(main())
