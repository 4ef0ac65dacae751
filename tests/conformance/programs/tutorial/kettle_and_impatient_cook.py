import asyncio
from itertools import cycle

async def whistle():
    for note in cycle("♪♫"):
        print(note, end=" ", flush=True)
        try:
            await asyncio.sleep(0.75)
        except asyncio.CancelledError:
            print("(off)")
            return "silent"

async def cook():
    await asyncio.sleep(4)
    return "soup"

async def kitchen():
    noise = asyncio.create_task(whistle(), name="kettle")
    print(noise)
    dish = await cook()
    noise.cancel()
    print(await noise, noise.cancelled(), noise.cancelling())
    return dish

print("served:", asyncio.run(kitchen()))
