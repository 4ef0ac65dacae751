import asyncio

async def inner():
    await asyncio.sleep(1)

async def work():
    await inner()
    return "x" * 200

async def fail():
    raise ValueError("v")

async def main():
    t = asyncio.create_task(work())
    u = asyncio.create_task(fail(), name="bad")
    print(t)
    await asyncio.sleep(0)
    print(t)
    print(u)
    t.cancel()
    print(t)
    await asyncio.wait([t])
    print(t)
    v = asyncio.create_task(work(), name="long")
    await v
    print(v)
    print(asyncio.current_task())

asyncio.run(main())
