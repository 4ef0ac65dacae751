import asyncio

async def main():
    f = asyncio.gather()
    print(f.done(), type(f).__name__)
    print(await f, f.done())

asyncio.run(main())
try:
    asyncio.gather()
except RuntimeError as e:
    print(e)
