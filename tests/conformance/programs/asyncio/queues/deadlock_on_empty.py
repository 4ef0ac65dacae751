import asyncio

async def main():
    q = asyncio.Queue()
    print("waiting for ever")
    await q.get()

asyncio.run(main())
