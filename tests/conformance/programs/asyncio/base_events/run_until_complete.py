import asyncio

async def work(x):
    await asyncio.sleep(1)
    return x

loop = asyncio.new_event_loop()
print(loop.is_running(), loop.is_closed())
print(loop.run_until_complete(work("a")), loop.time())
t = loop.create_task(work("b"))
print(loop.run_until_complete(t), loop.time())
print(loop.run_until_complete(asyncio.gather(work(1), work(2))) if False else "skip")
f = loop.create_future()
loop.call_later(2, f.set_result, "future")
print(loop.run_until_complete(f), loop.time())
loop.close()
print(loop.is_closed())
try:
    loop.run_until_complete(f)
except RuntimeError as e:
    print(e)
