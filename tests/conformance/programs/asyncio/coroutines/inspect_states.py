import asyncio
import inspect

async def job():
    print("inside:", inspect.getcoroutinestate(me))
    await asyncio.sleep(1)

async def main():
    global me
    me = job()
    print(inspect.getcoroutinestate(me), me.cr_await, me.cr_frame.f_lineno)
    t = asyncio.create_task(me)
    await asyncio.sleep(0)
    print(inspect.getcoroutinestate(me), type(me.cr_await).__name__, me.cr_frame.f_lineno, me.cr_code.co_name)
    await t
    print(inspect.getcoroutinestate(me), me.cr_frame, me.cr_suspended)

asyncio.run(main())
