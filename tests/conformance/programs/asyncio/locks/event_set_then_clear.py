import asyncio

async def waiter(event):
    await event.wait()
    print("woken although cleared again:", event.is_set())

async def main():
    event = asyncio.Event()
    t = asyncio.create_task(waiter(event))
    await asyncio.sleep(0)
    event.set()
    event.clear()
    await t
    u = asyncio.create_task(event.wait())
    await asyncio.sleep(0)
    u.cancel()
    await asyncio.wait([u])
    print(u.cancelled(), event)

asyncio.run(main())
