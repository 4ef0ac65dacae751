import asyncio

async def co():
    return 1

async def main():
    for wrong in (5, co, None, [co]):
        try:
            asyncio.create_task(wrong)
        except TypeError as e:
            print(e)
    async def agen():
        yield 1
    try:
        asyncio.create_task(agen())
    except TypeError as e:
        print(str(e)[:30])
    done = asyncio.create_task(co())
    try:
        asyncio.create_task(done)
    except TypeError as e:
        print(str(e).split("<")[0])
    print(await done)

asyncio.run(main())
try:
    asyncio.create_task(asyncio.sleep(1))
except RuntimeError as e:
    print(e)
