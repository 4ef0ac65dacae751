import asyncio

async def level(n):
    if n == 0:
        await asyncio.sleep(1)
        return 0
    return 1 + await level(n - 1)

async def main():
    print(await level(200))
    print(asyncio.get_running_loop().time())
    async def fail(n):
        if n == 0:
            raise ValueError("deep down")
        await fail(n - 1)
    try:
        await fail(100)
    except ValueError as e:
        tb, depth = e.__traceback__, 0
        while tb:
            depth, tb = depth + 1, tb.tb_next
        print(e, depth)

asyncio.run(main())
