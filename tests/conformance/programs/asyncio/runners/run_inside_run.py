import asyncio

async def inner():
    return 1

async def main():
    c = inner()
    try:
        asyncio.run(c)
    except RuntimeError as e:
        print(e)
    c.close()
    loop = asyncio.get_running_loop()
    d = inner()
    try:
        loop.run_until_complete(d)
    except RuntimeError as e:
        print(e)
    d.close()

asyncio.run(main())
