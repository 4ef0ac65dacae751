import asyncio


async def tidy():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print("tidied up")
        raise
    finally:
        await asyncio.sleep(0.1)


async def never_starts():
    print("never")


async def main():
    task = asyncio.create_task(tidy())
    await asyncio.sleep(1)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print("cancelled")
    other = asyncio.create_task(never_starts())
    other.cancel()
    await asyncio.wait([other])
    try:
        await asyncio.wait_for(asyncio.sleep(5), 1)
    except TimeoutError:
        print("too long")
    try:
        async with asyncio.timeout(1):
            await asyncio.shield(asyncio.create_task(asyncio.sleep(1.5)))
    except TimeoutError:
        print("too long again")
    await asyncio.sleep(1)


asyncio.run(main())
