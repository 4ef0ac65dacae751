import asyncio

async def main():
    loop = asyncio.get_running_loop()
    t = asyncio.timeout(1)
    try:
        t.reschedule(5)
    except RuntimeError as e:
        print(e)
    async with t:
        pass
    for act in (lambda: t.reschedule(5), lambda: t.__aenter__()):
        try:
            r = act()
            await r
        except RuntimeError as e:
            print(e)
    try:
        with asyncio.timeout(1):
            pass
    except TypeError as e:
        print(str(e)[:60])
    print(asyncio.timeout(1).when())

asyncio.run(main())
