import asyncio
import random

async def boat(name):
    await asyncio.sleep(random.uniform(1, 4))
    return f"{name} with {random.randint(0, 9)} fish"

async def harbour():
    sea = {asyncio.create_task(boat(n), name=n) for n in ("Ada", "Bea", "Cleo", "Dora")}
    home, sea = await asyncio.wait(sea, return_when=asyncio.FIRST_COMPLETED)
    print("first home:", *[b.result() for b in home], "| at sea:", len(sea))
    home, sea = await asyncio.wait(sea, timeout=0.75)
    print("within a while:", sorted(b.result() for b in home), "| at sea:", len(sea))
    if sea:
        home, sea = await asyncio.wait(sea)
        print("the rest:", sorted(b.get_name() for b in home), sea)

asyncio.run(harbour())
