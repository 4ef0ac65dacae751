import asyncio

async def main():
    cond = asyncio.Condition()
    for act in (cond.notify, cond.notify_all, cond.release):
        try:
            act()
        except RuntimeError as e:
            print(e)
    try:
        await cond.wait()
    except RuntimeError as e:
        print(e)
    lock = asyncio.Lock()
    c2 = asyncio.Condition(lock)
    async with c2:
        print(lock.locked(), c2.locked())
    print(await c2.acquire(), c2)
    c2.release()

asyncio.run(main())
