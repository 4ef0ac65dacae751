import asyncio

async def event():
    await asyncio.sleep(1)
    print("event over")

async def waiter(n, t):
    await t
    print("waiter", n)

async def main():
    t = asyncio.create_task(event())
    ws = [asyncio.create_task(waiter(n, t)) for n in (3, 1, 2)]
    t.add_done_callback(lambda _: print("callback"))
    await t
    print("main")
    await asyncio.gather(*ws)

asyncio.run(main())
