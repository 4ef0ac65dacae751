import asyncio

async def shared():
    print("computing")
    await asyncio.sleep(1)
    return {"v": 1}

async def user(name, task):
    r = await task
    print(name, r)
    return r

async def main():
    t = asyncio.create_task(shared())
    a, b = await asyncio.gather(user("a", t), user("b", t))
    print(a is b)

asyncio.run(main())
