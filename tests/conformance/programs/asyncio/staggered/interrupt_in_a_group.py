# A race makes an ExceptionGroup of what its runners let through. A KeyboardInterrupt cannot be in one: the race ends
# with the TypeError that says so, while the interrupt itself is already on its way out of the loop.
import asyncio
from asyncio.staggered import staggered_race


async def works():
    await asyncio.sleep(5)
    return 1


async def interrupts():
    await asyncio.sleep(1)
    raise KeyboardInterrupt("stop")


async def main(*runners):
    try:
        print(await staggered_race(runners, 0.5))
    except BaseException as e:
        print(type(e).__name__, e, repr(e.__context__), repr(e.__cause__))
        raise


for runners in [(interrupts,), (works, interrupts)]:
    try:
        asyncio.run(main(*runners))
    except BaseException as e:
        print("run", type(e).__name__, e, repr(e.__context__))
