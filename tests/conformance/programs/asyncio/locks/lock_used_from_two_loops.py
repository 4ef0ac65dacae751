import asyncio

lock = asyncio.Lock()

async def main():
    async with lock:
        t = asyncio.create_task(lock.acquire())
        await asyncio.sleep(0)
        t.cancel()
    print("first loop fine")

asyncio.run(main())

async def second():
    async with lock:
        print("uncontended is fine")
        try:
            await asyncio.wait_for(lock.acquire(), 1)
        except RuntimeError as e:
            print(str(e)[-35:])

asyncio.run(second())
