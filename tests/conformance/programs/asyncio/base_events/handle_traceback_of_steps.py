import asyncio


async def other(loop, what):
    loop.call_exception_handler({"message": what})
    await asyncio.sleep(0.5)
    loop.call_exception_handler({"message": what + " later"})


async def main():
    loop = asyncio.get_running_loop()
    loop.call_exception_handler({"message": "first"})
    await asyncio.sleep(0)
    loop.call_exception_handler({"message": "second"})
    await asyncio.create_task(other(loop, "other"))
    loop.call_exception_handler({"message": "third"})
    event = asyncio.Event()

    async def setter():
        event.set()

    task = asyncio.create_task(setter())
    await event.wait()
    loop.call_exception_handler({"message": "fourth"})
    await asyncio.wait_for(other(loop, "waited for"), 3)
    queue = asyncio.Queue()
    getter = asyncio.create_task(queue.get())
    await asyncio.sleep(0)
    queue.put_nowait(3)
    await getter
    loop.call_exception_handler({"message": "fifth"})
    asyncio.sleep(1, "never awaited")


asyncio.run(main(), debug=True)
