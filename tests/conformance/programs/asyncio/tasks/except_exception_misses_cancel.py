import asyncio

async def worker():
    try:
        await asyncio.sleep(10)
    except Exception as e:
        print("never", e)
    except BaseException as e:
        print("base", type(e).__name__)
        raise

async def main():
    t = asyncio.create_task(worker())
    await asyncio.sleep(1)
    t.cancel()
    await asyncio.wait({t})
    print(t)

asyncio.run(main())
