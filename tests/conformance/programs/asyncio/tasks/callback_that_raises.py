import asyncio

def bad(t):
    raise ValueError("in callback")

async def work():
    return 1

async def main():
    t = asyncio.create_task(work())
    t.add_done_callback(bad)
    t.add_done_callback(lambda t: print("the next one still runs"))
    await asyncio.sleep(1)
    print("main goes on")

asyncio.run(main())
