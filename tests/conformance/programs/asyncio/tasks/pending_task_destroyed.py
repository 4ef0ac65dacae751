import asyncio

async def wait():
    await asyncio.get_running_loop().create_future()

loop = asyncio.new_event_loop()
t = loop.create_task(wait(), name="forgotten")
loop.run_until_complete(asyncio.sleep(1))
loop.close()
del t
import gc
gc.collect()
print("end")
