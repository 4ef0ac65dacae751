import asyncio

async def waiter(name, event):
    print(name, "waits")
    print(name, await event.wait(), asyncio.get_running_loop().time())

async def main():
    event = asyncio.Event()
    ts = [asyncio.create_task(waiter(n, event)) for n in "ab"]
    await asyncio.sleep(1)
    print(event.is_set(), event)
    event.set()
    print(event.is_set(), event)
    await asyncio.gather(*ts)
    await waiter("late", event)
    event.clear()
    print(event.is_set())
    event.set()
    event.set()

asyncio.run(main())
