import asyncio

async def main():
    await asyncio.sleep(1)
    raise ValueError("out of main")

try:
    asyncio.run(main())
except ValueError as e:
    print("caught outside", e)
asyncio.run(main())
