import asyncio


async def work():
    await asyncio.sleep(9)


async def main():
    task = asyncio.create_task(work(), name="work")
    await asyncio.sleep(1)
    task.cancel()
    print("after cancel():", task.cancelled(), task.done())
    print("requests:", task.cancelling(), repr(task)[:16])
    await asyncio.wait([task])
    print("after its end: ", task.cancelled(), task.done())


asyncio.run(main())
