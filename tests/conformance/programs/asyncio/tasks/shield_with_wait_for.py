import asyncio

async def job():
    await asyncio.sleep(4)
    return "result"

async def main():
    t = asyncio.create_task(job())
    try:
        await asyncio.wait_for(asyncio.shield(t), timeout=1)
    except TimeoutError:
        print("timeout, job goes on:", t.done(), asyncio.get_running_loop().time())
    print(await t, asyncio.get_running_loop().time())

asyncio.run(main())
