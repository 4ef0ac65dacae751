import asyncio

async def work():
    pass

async def main():
    tg = asyncio.TaskGroup()
    try:
        tg.create_task(work())
    except RuntimeError as e:
        print(str(e).replace(repr(tg), "TG"))
    async with tg:
        pass
    try:
        tg.create_task(work())
    except RuntimeError as e:
        print(str(e).replace(repr(tg), "TG"))
    try:
        async with tg:
            pass
    except RuntimeError as e:
        print(str(e).replace(repr(tg), "TG"))
    try:
        async with asyncio.TaskGroup() as g:
            try:
                g.create_task(5)
            except TypeError as e:
                print(e)
            g._abort()
            g.create_task(work())
    except* RuntimeError as eg:
        print(str(eg.exceptions[0])[-16:])

asyncio.run(main())
