import asyncio

async def main():
    t = asyncio.timeout(2)
    print(t)
    async with t:
        print(t)
    print(t)
    try:
        async with asyncio.timeout(0) as z:
            print(z)
            await asyncio.sleep(1)
    except TimeoutError:
        print(z)
    async with asyncio.timeout(None) as n:
        print(n)

asyncio.run(main())
