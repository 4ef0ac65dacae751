import asyncio

async def fail():
    raise ValueError

async def main():
    tg = asyncio.TaskGroup()
    print(tg)
    try:
        async with tg:
            print(tg)
            tg.create_task(asyncio.sleep(1))
            tg.create_task(fail())
            print(tg)
            try:
                await asyncio.sleep(2)
            finally:
                print(tg)
    except* ValueError:
        print(tg)

asyncio.run(main())
