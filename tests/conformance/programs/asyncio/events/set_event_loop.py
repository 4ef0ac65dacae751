import asyncio

async def work():
    await asyncio.sleep(1)
    return "old style"

loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)
print(asyncio.get_event_loop() is loop)
try:
    print(loop.run_until_complete(work()))
    print(loop.run_until_complete(asyncio.gather(work(), work())))
finally:
    loop.close()
asyncio.set_event_loop(None)
try:
    asyncio.get_event_loop()
except RuntimeError as e:
    print(e)
