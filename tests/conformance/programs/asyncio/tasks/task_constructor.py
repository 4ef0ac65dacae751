import asyncio

async def co(x):
    await asyncio.sleep(1)
    return x

async def main():
    t = asyncio.Task(co(1), name="direct")
    u = asyncio.Task(coro=co(2), loop=asyncio.get_running_loop())
    print(t.get_name(), await t, await u)
    try:
        asyncio.Task(5)
    except TypeError as e:
        print(e)

asyncio.run(main())
loop = asyncio.new_event_loop()
t = asyncio.Task(co(3), loop=loop)
print(loop.run_until_complete(t))
loop.close()
