import asyncio

async def bg():
    try:
        for i in range(10):
            await asyncio.sleep(1)
            print("bg", i)
    finally:
        print("bg ends")

async def start():
    global task
    task = asyncio.create_task(bg())
    await asyncio.sleep(1.5)

async def later():
    await asyncio.sleep(1)

with asyncio.Runner() as runner:
    runner.run(start())
    print("between, done:", task.done())
    runner.run(later())
print("closed", task.cancelled())
