import asyncio

async def work(n):
    try:
        await asyncio.sleep(n)
        print("done", n)
    except asyncio.CancelledError:
        print("cancelled", n)
        raise

async def f():
    async with asyncio.TaskGroup() as tg:
        tg.create_task(work(1))
        return "returned from the body"

async def main():
    print(await f())
    for i in range(2):
        async with asyncio.TaskGroup() as tg:
            tg.create_task(work(i))
            if i == 0:
                continue
            break
    print(asyncio.get_running_loop().time())

asyncio.run(main())
