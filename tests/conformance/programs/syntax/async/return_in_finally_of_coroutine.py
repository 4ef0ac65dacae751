import asyncio

async def f():
    try:
        await asyncio.sleep(1)
        return "body"
    finally:
        await asyncio.sleep(1)
        print("cleanup")

async def swallow():
    try:
        await asyncio.sleep(10)
    finally:
        print("swallowing")
        for _ in range(1):
            break

async def main():
    print(await f())
    t = asyncio.create_task(swallow())
    await asyncio.sleep(1)
    t.cancel()
    print(await asyncio.gather(t, return_exceptions=True))

asyncio.run(main())
