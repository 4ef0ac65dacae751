import asyncio

async def work():
    await asyncio.sleep(5)

loop = asyncio.new_event_loop()
loop.call_later(1, loop.stop)
t = loop.create_task(work())
try:
    loop.run_until_complete(t)
except RuntimeError as e:
    print(e)
print(loop.run_until_complete(t), loop.time())
loop.close()
