import asyncio

async def main():
    q = asyncio.Queue()
    try:
        await asyncio.wait_for(q.get(), 2)
    except TimeoutError:
        print("nothing in", asyncio.get_running_loop().time())
    asyncio.get_running_loop().call_later(1, q.put_nowait, "late")
    print(await asyncio.wait_for(q.get(), 2), q)

asyncio.run(main())
