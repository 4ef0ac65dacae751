import asyncio

loop = asyncio.new_event_loop()
def first():
    print("first")
    loop.stop()
    loop.call_soon(print, "scheduled after stop: next run")
loop.call_soon(first)
loop.call_soon(print, "second, same pass")
loop.run_forever()
print("returned")
loop.stop()
loop.run_forever()
loop.close()
