import asyncio

async def cook(seconds):
    await asyncio.sleep(seconds)
    return f"cooked for {seconds}"

async def main():
    print(await asyncio.wait_for(cook(2), timeout=3), asyncio.get_running_loop().time())
    print(await asyncio.wait_for(cook(1), None))
    t = asyncio.create_task(cook(1))
    print(await asyncio.wait_for(t, 5), t.done())
    print(asyncio.get_running_loop().time())

asyncio.run(main())
