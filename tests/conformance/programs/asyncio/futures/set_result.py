import asyncio

async def main():
    loop = asyncio.get_running_loop()
    f = loop.create_future()
    print(f.done(), f.cancelled(), f)
    loop.call_later(1, f.set_result, "value")
    print(await f, f.done(), f.result(), f.exception(), f)
    print(await f)
    try:
        f.set_result(2)
    except asyncio.InvalidStateError as e:
        print(type(e).__name__, e)
    try:
        f.set_exception(ValueError())
    except asyncio.InvalidStateError as e:
        print(type(e).__name__, e)

asyncio.run(main())
