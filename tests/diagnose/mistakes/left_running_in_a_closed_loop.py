import asyncio


async def save():
    await asyncio.sleep(2)


loop = asyncio.new_event_loop()
task = loop.create_task(save())
loop.run_until_complete(asyncio.sleep(1))
loop.close()
