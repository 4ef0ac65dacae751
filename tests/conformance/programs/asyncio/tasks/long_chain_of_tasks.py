import asyncio

async def link(n):
    if n:
        return 1 + await asyncio.create_task(link(n - 1))
    await asyncio.sleep(1)
    return 0

async def main():
    print(await link(300), asyncio.get_running_loop().time())

asyncio.run(main())
