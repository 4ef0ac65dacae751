import asyncio

async def ticker():
    n = 0
    while True:
        n += 1
        print("tick", n)
        await asyncio.sleep(1)

loop = asyncio.new_event_loop()
t = loop.create_task(ticker())
loop.call_later(2.5, loop.stop)
loop.run_forever()
print("stopped at", loop.time(), loop.is_running())
loop.call_later(1, loop.stop)
loop.run_forever()
t.cancel()
loop.run_until_complete(asyncio.gather(t, return_exceptions=True)) if False else None
try:
    loop.run_until_complete(t)
except asyncio.CancelledError:
    print("cancelled")
loop.close()
