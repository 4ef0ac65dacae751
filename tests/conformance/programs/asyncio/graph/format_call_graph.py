import asyncio

async def leaf():
    await asyncio.sleep(1)

async def middle():
    await leaf()

async def main():
    t = asyncio.create_task(middle(), name="worker")
    await asyncio.sleep(0)
    print(asyncio.format_call_graph(t))
    await t

asyncio.run(main())
