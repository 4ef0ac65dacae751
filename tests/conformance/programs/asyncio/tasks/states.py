import asyncio

def show(label, t):
    print(label, "done" if t.done() else "pending", "cancelled" if t.cancelled() else "", t.cancelling())

async def plant():
    await asyncio.sleep(1)
    return "tulip"

async def main():
    t = asyncio.create_task(plant())
    show("created", t)
    await asyncio.sleep(0.5)
    show("running", t)
    await t
    show("finished", t)
    u = asyncio.create_task(plant())
    await asyncio.sleep(0)
    u.cancel()
    show("cancel requested", u)
    try:
        await u
    except asyncio.CancelledError:
        show("cancelled", u)

asyncio.run(main())
