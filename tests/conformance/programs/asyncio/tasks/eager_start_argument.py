import asyncio

async def work(n):
    print("start", n)
    if n:
        await asyncio.sleep(n)
    return n

async def main():
    t = asyncio.Task(work(0), loop=asyncio.get_running_loop(), eager_start=True)
    print(t.done(), t.result())
    u = asyncio.create_task(work(1), eager_start=True)
    print("u", u.done())
    v = asyncio.create_task(work(2), eager_start=False)
    print("v", v.done())
    print(await u, await v)
    async def fail():
        raise ValueError("eager")
    w = asyncio.create_task(fail(), eager_start=True)
    print(w.done(), repr(w.exception()))

asyncio.run(main())
