import asyncio

async def precious():
    try:
        await asyncio.sleep(3)
        print("precious work is done")
        return "gold"
    except asyncio.CancelledError:
        print("precious work was cancelled!")
        raise

async def main():
    task = asyncio.create_task(precious(), name="precious")
    try:
        await asyncio.wait_for(asyncio.shield(task), timeout=1)
    except TimeoutError:
        print("gave up waiting;", task.done(), task.cancelled(), task.get_name())
    print("result:", await task)
    try:
        async with asyncio.timeout(0.5) as cm:
            await asyncio.sleep(10)
    except TimeoutError as e:
        print(repr(e), cm.expired())
    async with asyncio.timeout(None) as cm:
        cm.reschedule(asyncio.get_running_loop().time() + 5)
        await asyncio.sleep(1)
        print("still here", cm)

asyncio.run(main())
