import asyncio

async def quick():
    return "q"

async def other():
    print("other runs")

async def main():
    t = asyncio.create_task(quick())
    await t
    o = asyncio.create_task(other())
    print("again", await t)
    print("still main")
    await asyncio.sleep(0)
    print("after switch")

asyncio.run(main())
