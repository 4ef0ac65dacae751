import asyncio

async def f(n):
    await asyncio.sleep(n)
    return n

loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)
g = asyncio.gather(f(2), f(1))
print(g.done(), loop.run_until_complete(g))
t = asyncio.ensure_future(f(1))
print(loop.run_until_complete(t), loop.time())
loop.close()
