import asyncio

def passes(vehicle):
    print(f"{vehicle} passes at {loop.time()}")

async def street():
    loop.call_later(0.3, passes, "bus")
    loop.call_later(0.2, passes, "bike")
    loop.call_at(loop.time() + 0.25, passes, "tram")
    loop.call_soon(passes, "child")
    taxi = loop.call_later(0.1, passes, "taxi")
    taxi.cancel()
    await asyncio.sleep(0.35)

loop = asyncio.new_event_loop()
loop.run_until_complete(street())
loop.close()
