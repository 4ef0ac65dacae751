import asyncio

async def co(x):
    await asyncio.sleep(1)
    return x

loop = asyncio.new_event_loop()
t = asyncio.ensure_future(co("via loop"), loop=loop)
print(t.done())
print(loop.run_until_complete(t), t.done(), t.result(), t.get_loop() is loop)
other = asyncio.new_event_loop()
try:
    asyncio.ensure_future(t, loop=other)
except ValueError as e:
    print(e)
loop.close()
other.close()
