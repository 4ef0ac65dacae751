import asyncio

async def steps():
    for i in range(1, 6):
        await asyncio.sleep(1)
        print("step", i)

async def main():
    t = asyncio.create_task(steps())
    for _ in range(3):
        await asyncio.sleep(1)
        print("look at", asyncio.get_running_loop().time(), t.done())
    t.cancel()
    try:
        await t
    except asyncio.CancelledError:
        print("cancelled at", asyncio.get_running_loop().time())

asyncio.run(main())
