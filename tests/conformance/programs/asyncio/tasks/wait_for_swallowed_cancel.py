import asyncio

async def stubborn():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        return "result in spite of it"

async def raises():
    try:
        await asyncio.sleep(10)
    finally:
        raise KeyError("in clean-up")

async def main():
    for f in (stubborn, raises):
        try:
            print(await asyncio.wait_for(f(), 1))
        except Exception as e:
            print(repr(e), repr(e.__context__))
    t = asyncio.create_task(stubborn())
    try:
        print(await asyncio.wait_for(t, 1))
    except TimeoutError:
        print("timeout", t.result())

asyncio.run(main())
