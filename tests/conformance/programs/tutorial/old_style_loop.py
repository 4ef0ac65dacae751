import asyncio

async def hello(name, n):
    for i in range(n):
        print(name, i)
        await asyncio.sleep(1)
    return name

loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)
try:
    t1 = loop.create_task(hello("a", 2))
    t2 = loop.create_task(hello("b", 3))
    done, pending = loop.run_until_complete(asyncio.wait([t1, t2], return_when=asyncio.FIRST_COMPLETED))
    print(len(done), len(pending), [t.result() for t in done])
    print(loop.run_until_complete(t2), loop.time(), loop.is_running())
    loop.call_later(2, loop.stop)
    loop.run_forever()
    print(loop.time())
finally:
    loop.close()
print(loop.is_closed())
try:
    loop.run_until_complete(asyncio.sleep(1))
except RuntimeError as e:
    print(e)
try:
    asyncio.get_event_loop_policy
except AttributeError as e:
    print(e)
