import asyncio

async def giant():
    try:
        print("the giant falls asleep")
        await asyncio.sleep(100 * 365 * 24 * 3600)
    except asyncio.CancelledError:
        print("the giant is woken and grumbles")
        raise
    finally:
        print("the giant leaves")

async def village():
    g = asyncio.create_task(giant())
    await asyncio.sleep(2)
    g.cancel()
    try:
        await g
    except asyncio.CancelledError:
        print("the village is safe,", "cancelled" if g.cancelled() else "?")
    try:
        await asyncio.wait_for(giant(), timeout=5)
    except TimeoutError:
        print("and again, at", asyncio.get_running_loop().time())

asyncio.run(village())
