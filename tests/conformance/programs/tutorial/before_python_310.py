import asyncio

async def old_program():
    await asyncio.sleep(1)
    return "never reached in 3.14"

loop = asyncio.get_event_loop()
print(loop.run_until_complete(old_program()))
