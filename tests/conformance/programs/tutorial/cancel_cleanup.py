import asyncio

async def resource(name):
    print("open", name)
    try:
        await asyncio.sleep(3600)
    except asyncio.CancelledError:
        print("cancelled", name)
        await asyncio.sleep(0.5)
        print("cleaned", name)
        raise
    finally:
        print("closed", name)

async def stubborn():
    while True:
        try:
            await asyncio.sleep(1)
        except asyncio.CancelledError:
            print("no!")
            return "I stay"

async def main():
    t1 = asyncio.create_task(resource("db"))
    t2 = asyncio.create_task(stubborn())
    await asyncio.sleep(0)
    t1.cancel("shutdown"); t2.cancel()
    print(t1.cancelling(), t1.cancelled())
    results = await asyncio.gather(t1, t2, return_exceptions=True)
    print(results, t1.cancelled(), t2.cancelled())
    t3 = asyncio.create_task(resource("never starts"))
    t3.cancel()
    try:
        await t3
    except asyncio.CancelledError as e:
        print("t3", repr(e))

asyncio.run(main())
