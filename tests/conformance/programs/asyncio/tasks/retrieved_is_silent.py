import asyncio

async def fails():
    raise ValueError("seen")

async def main():
    t = asyncio.create_task(fails())
    await asyncio.wait([t])
    print(t.exception())
    u = asyncio.create_task(fails())
    await asyncio.gather(u, return_exceptions=True)
    v = asyncio.create_task(fails())
    v.add_done_callback(lambda f: f.exception())
    await asyncio.sleep(1)

asyncio.run(main())
print("quiet")
