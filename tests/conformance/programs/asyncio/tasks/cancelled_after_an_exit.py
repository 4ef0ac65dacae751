# The tasks that asyncio.run() cancels after SystemExit: a CancelledError that comes out of an awaited future has it as its context.
import asyncio
import sys


async def waits(name):
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError as e:
        print(name, repr(e.__context__))
        raise


async def main():
    asyncio.create_task(waits("task"))
    asyncio.get_running_loop().call_later(1, sys.exit, 3)
    await waits("main")


try:
    asyncio.run(main())
except SystemExit as e:
    print(repr(e))
