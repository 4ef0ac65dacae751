import asyncio

def cb(t): pass
def cb2(t): pass

async def work():
    await asyncio.sleep(1)

async def waiter(t):
    await t

async def main():
    t = asyncio.create_task(work())
    t.add_done_callback(cb)
    print(t)
    t.add_done_callback(cb2)
    print(t)
    t.add_done_callback(lambda _: None)
    print(t)
    u = asyncio.create_task(waiter(t))
    await asyncio.sleep(0)
    print(u)
    g = asyncio.gather(t, u)
    print(g)
    await g
    print(g)

asyncio.run(main())
