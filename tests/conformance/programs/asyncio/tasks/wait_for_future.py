import asyncio

async def main():
    loop = asyncio.get_running_loop()
    f = loop.create_future()
    loop.call_later(1, f.set_result, "set")
    print(await asyncio.wait_for(f, 2))
    g = loop.create_future()
    try:
        await asyncio.wait_for(g, 1)
    except TimeoutError:
        print("cancelled:", g.cancelled())
    try:
        await asyncio.wait_for(5, 1)
    except TypeError as e:
        print(e)

asyncio.run(main())
