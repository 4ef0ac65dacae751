# Waking a future can end the task that waits for it, and that what held the future.
import asyncio, gc

class Evil:
    def __del__(self):
        gc.collect()

async def main():
    loop = asyncio.get_running_loop()
    for i in range(20):
        future = loop.create_future()
        future.set_result(Evil())
    print("collected inside a finalizer")

asyncio.run(main())

condition = asyncio.Condition()

async def waits():
    async with condition:
        await condition.wait()

async def run_once():
    tasks = [asyncio.create_task(waits(), name=f"w{i}") for i in range(3)]
    await asyncio.sleep(0)
    async with condition:
        condition.notify_all()

loop = asyncio.new_event_loop()
loop.run_until_complete(run_once())
loop.close()
print("closed with tasks that wait")
