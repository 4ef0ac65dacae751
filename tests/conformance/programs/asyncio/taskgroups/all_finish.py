import asyncio

async def work(name, n):
    await asyncio.sleep(n)
    print(name, "done")
    return name

async def main():
    async with asyncio.TaskGroup() as tg:
        a = tg.create_task(work("a", 2))
        b = tg.create_task(work("b", 1), name="second")
        print("in the block", a.get_name(), b.get_name())
    print("after", a.result(), b.result(), asyncio.get_running_loop().time())
    async with asyncio.TaskGroup():
        pass
    print("empty group is fine")

asyncio.run(main())
