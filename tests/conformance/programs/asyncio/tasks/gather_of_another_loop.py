# From a running loop, gather() takes futures of that loop only, be the others finished or not.
import asyncio

async def value(x):
    return x

async def first():
    global done, pending
    done = asyncio.create_task(value(1))
    pending = asyncio.get_running_loop().create_future()
    await done

async def second():
    for old in ([done], [done, done], [pending], [value(2), done]):
        try:
            print(await asyncio.gather(*old, return_exceptions=True))
        except ValueError as e:
            print(repr(e))
    print(await asyncio.gather(value(3), value(4)))
    asyncio.get_running_loop().call_soon(in_callback)
    await asyncio.sleep(0)

def in_callback():
    try:
        print(asyncio.gather(done))
    except ValueError as e:
        print("callback", e)

asyncio.run(first())
print(asyncio.gather(done))
asyncio.run(second())
