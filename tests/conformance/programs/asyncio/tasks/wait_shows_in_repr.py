import asyncio

async def watched():
    print(asyncio.current_task())

async def main():
    t = asyncio.create_task(watched(), name="watched")
    await asyncio.wait([t])
    u = asyncio.create_task(watched(), name="gathered")
    await asyncio.gather(u)
    v = asyncio.create_task(watched(), name="waited for")
    await asyncio.wait_for(v, 1)
    w = asyncio.create_task(watched(), name="shielded")
    await asyncio.shield(w)
    x = asyncio.create_task(watched(), name="as completed")
    for f in asyncio.as_completed([x]):
        await f
    async with asyncio.TaskGroup() as tg:
        tg.create_task(watched(), name="in a group")

asyncio.run(main())
