# A loop in debug mode notes who makes a coroutine, and the warning about one that was never awaited shows it.
import asyncio, sys

async def child(): pass

async def inner():
    child()
    await asyncio.sleep(0)

def helper():
    return child()

async def main():
    await inner()
    c = helper()
    print([(line, name) for _, line, name in c.cr_origin][:2], sys.get_coroutine_origin_tracking_depth())
    del c
    helper()

asyncio.run(main(), debug=True)
print(sys.get_coroutine_origin_tracking_depth())
sys.set_coroutine_origin_tracking_depth(1)
c = helper()
print([(line, name) for _, line, name in c.cr_origin])
c.close()
sys.set_coroutine_origin_tracking_depth(0)
try:
    sys.set_coroutine_origin_tracking_depth(-1)
except ValueError as e:
    print(e)
c = child()
print(c.cr_origin)
del c
