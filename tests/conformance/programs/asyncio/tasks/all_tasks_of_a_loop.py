import asyncio

async def main():
    await asyncio.sleep(1)

loop = asyncio.new_event_loop()
t = loop.create_task(main())
u = loop.create_task(main(), name="u")
print([x.get_name() for x in asyncio.all_tasks(loop)], asyncio.all_tasks(loop=loop) == {t, u})
loop.run_until_complete(asyncio.wait([t, u]))
print(asyncio.all_tasks(loop))
loop.close()
