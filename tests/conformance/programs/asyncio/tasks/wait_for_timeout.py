import asyncio

async def cook():
    try:
        await asyncio.sleep(5)
    except asyncio.CancelledError:
        print("cook cancelled at", asyncio.get_running_loop().time())
        raise

async def main():
    t = asyncio.create_task(cook())
    try:
        await asyncio.wait_for(t, timeout=3)
    except TimeoutError as e:
        print(repr(e), repr(e.__cause__), asyncio.get_running_loop().time())
    print(t.cancelled(), t.done(), t.cancel())
    try:
        await asyncio.wait_for(cook(), timeout=1)
    except asyncio.TimeoutError as e:
        print(type(e) is TimeoutError, str(e) == "")

asyncio.run(main())
