import asyncio

async def countdown(name, n):
    while n:
        print(name, n)
        n -= 1
        await asyncio.sleep(1)
    return name

async def main():
    tasks = [asyncio.create_task(countdown(name, n)) for name, n in {"x": 2, "y": 3}.items()]
    for t in tasks:
        t.add_done_callback(lambda t: print("callback", t.result()))
    while not all(t.done() for t in tasks):
        await asyncio.sleep(0.5)
    print("all done", asyncio.get_running_loop().time())

asyncio.run(main())
