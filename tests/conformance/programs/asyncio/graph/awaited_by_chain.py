import asyncio

async def job():
    await asyncio.sleep(0)
    asyncio.print_call_graph(depth=1)
    print(asyncio.format_call_graph(limit=1))

async def waits_for(t):
    await t

async def main():
    j = asyncio.create_task(job(), name="job")
    await asyncio.create_task(waits_for(j), name="waiter")

asyncio.run(main())
