import asyncio

async def fetch(n):
    await asyncio.sleep(n)
    if n == 2:
        raise ValueError("two")
    return n

async def main():
    tasks = {asyncio.create_task(fetch(n)): n for n in (3, 1, 2)}
    async for t in asyncio.as_completed(tasks):
        print(tasks[t], t in tasks, type(t).__name__, t.exception())
    async for t in asyncio.as_completed([fetch(1)]):
        print(await t)

asyncio.run(main())
