import asyncio

async def work():
    pass

async def main():
    c = work()
    for args, kw in (([[]], {}), ([[c]], {}), ([c], {}), ([[asyncio.create_task(work())]], {"return_when": "SOON"}), ([5], {})):
        try:
            print(await asyncio.wait(*args, **kw))
        except (TypeError, ValueError) as e:
            print(type(e).__name__, e)
    await c

asyncio.run(main())
