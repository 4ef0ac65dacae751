import asyncio

async def main():
    t = asyncio.Timeout(None)
    print(t.when())
    try:
        asyncio.get_running_loop().call_soon(asyncio.timeout(1).__aenter__().send, None)
        await asyncio.sleep(0)
        await asyncio.sleep(0)
    finally:
        print("over")

asyncio.run(main())
try:
    asyncio.timeout(1)
except RuntimeError as e:
    print(e)
