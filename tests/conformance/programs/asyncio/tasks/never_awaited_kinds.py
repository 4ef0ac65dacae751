import asyncio

async def job(n):
    print("job", n)

async def main():
    job(1)
    x = job(2)
    x = None
    [job(i) for i in (3, 4)]
    asyncio.sleep(1)
    print("called, nothing ran")

asyncio.run(main())
