import asyncio

async def main():
    loop = asyncio.get_running_loop()
    async with asyncio.timeout(1) as t:
        await asyncio.sleep(0.5)
        t.reschedule(loop.time() + 3)
        print(t.when())
        await asyncio.sleep(2)
    print("made it", t.expired(), loop.time())
    try:
        async with asyncio.timeout(None) as t:
            t.reschedule(loop.time() + 1)
            await asyncio.sleep(5)
    except TimeoutError:
        print("rescheduled from none", loop.time())
    try:
        async with asyncio.timeout(10) as t:
            t.reschedule(loop.time() - 1)
            await asyncio.sleep(5)
    except TimeoutError:
        print("rescheduled into the past", loop.time())
    async with asyncio.timeout(1) as t:
        t.reschedule(None)
        await asyncio.sleep(5)
    print(t.when(), loop.time())

asyncio.run(main())
