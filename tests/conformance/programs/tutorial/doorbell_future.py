import asyncio
from functools import partial

def open_door(bell, who):
    print(f"{who} opens for {bell.result()}")

async def household(bell):
    for who in ("mother", "child"):
        bell.add_done_callback(partial(open_door, who=who))
    await asyncio.sleep(0.5)
    print("ding dong")
    bell.set_result("the postman")
    print("nobody has moved yet")

loop = asyncio.new_event_loop()
bell = asyncio.Future(loop=loop)
try:
    loop.run_until_complete(household(bell))
    print("after the household's coroutine")
    loop.run_until_complete(bell)
finally:
    loop.close()
