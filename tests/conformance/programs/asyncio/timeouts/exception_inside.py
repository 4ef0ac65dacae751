import asyncio

async def main():
    try:
        async with asyncio.timeout(1) as t:
            raise ValueError("mine")
    except ValueError as e:
        print(e, t.expired())
    try:
        async with asyncio.timeout(1):
            try:
                await asyncio.sleep(5)
            finally:
                raise KeyError("instead of the cancel")
    except KeyError as e:
        print(repr(e), repr(e.__context__), asyncio.current_task().cancelling())
    try:
        async with asyncio.timeout(1):
            try:
                await asyncio.sleep(5)
            except asyncio.CancelledError:
                print("swallowed")
        print("no error after swallowing", asyncio.current_task().cancelling())
    except TimeoutError:
        print("TimeoutError")

asyncio.run(main())
