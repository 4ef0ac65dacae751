import asyncio

async def main():
    loop = asyncio.get_running_loop()
    try:
        async with asyncio.timeout(3) as outer:
            try:
                async with asyncio.timeout(1) as inner:
                    await asyncio.sleep(10)
            except TimeoutError:
                print("inner", inner.expired(), outer.expired(), loop.time())
            await asyncio.sleep(10)
    except TimeoutError:
        print("outer", inner.expired(), outer.expired(), loop.time())
    try:
        async with asyncio.timeout(1) as outer:
            async with asyncio.timeout(2) as inner:
                await asyncio.sleep(10)
    except TimeoutError:
        print("the outer was shorter", inner.expired(), outer.expired(), loop.time())

asyncio.run(main())
