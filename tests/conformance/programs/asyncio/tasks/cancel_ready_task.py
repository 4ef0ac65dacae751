import asyncio

async def waiter(f):
    print("got", await f)
    await asyncio.sleep(0)
    print("more")

async def main():
    f = asyncio.get_running_loop().create_future()
    t = asyncio.create_task(waiter(f))
    await asyncio.sleep(0)
    f.set_result(1)
    print("cancel after the result:", t.cancel())
    try:
        await t
    except asyncio.CancelledError:
        print("cancelled", f.done(), f.result())

asyncio.run(main())
