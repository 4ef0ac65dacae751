import asyncio

async def important():
    await asyncio.sleep(3)
    print("important finished at", asyncio.get_running_loop().time())
    return "saved"

async def caller(task):
    try:
        return await asyncio.shield(task)
    except asyncio.CancelledError:
        print("caller cancelled")
        raise

async def main():
    t = asyncio.create_task(important())
    c = asyncio.create_task(caller(t))
    await asyncio.sleep(1)
    c.cancel()
    await asyncio.wait([c])
    print(c.cancelled(), t.cancelled(), t.done())
    print(await t)

asyncio.run(main())
