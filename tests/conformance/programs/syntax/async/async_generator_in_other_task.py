import asyncio

async def feed():
    for i in range(3):
        await asyncio.sleep(1)
        yield i

async def consume(name, source):
    async for item in source:
        print(name, item)

async def main():
    shared = feed()
    results = await asyncio.gather(consume("a", shared), consume("b", shared), return_exceptions=True)
    print(results)

asyncio.run(main())
