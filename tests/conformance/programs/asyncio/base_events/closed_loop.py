import asyncio

loop = asyncio.new_event_loop()
loop.close()
loop.close()
for act in (lambda: loop.call_soon(print), lambda: loop.call_later(1, print), lambda: loop.run_forever(), lambda: loop.call_soon_threadsafe(print)):
    try:
        act()
    except RuntimeError as e:
        print(e)
c = asyncio.sleep(1)
try:
    loop.create_task(c)
except RuntimeError as e:
    print(e)
c.close()
