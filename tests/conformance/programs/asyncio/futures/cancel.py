import asyncio

async def waiter(f):
    try:
        await f
    except asyncio.CancelledError as e:
        print("waiter saw", repr(e), asyncio.current_task().cancelling())
        raise

async def main():
    loop = asyncio.get_running_loop()
    f = loop.create_future()
    w = asyncio.create_task(waiter(f))
    await asyncio.sleep(0)
    print(f.cancel(), f.cancel(), f.cancelled(), f.done(), f)
    await asyncio.wait([w])
    print(w.cancelled(), w.cancelling())
    g = loop.create_future()
    g.cancel("why")
    try:
        g.result()
    except asyncio.CancelledError as e:
        print(e.args)
    for act in (lambda: f.set_result(1), lambda: f.exception()):
        try:
            act()
        except (asyncio.InvalidStateError, asyncio.CancelledError) as e:
            print(type(e).__name__, e)

asyncio.run(main())
