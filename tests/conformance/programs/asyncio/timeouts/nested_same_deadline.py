import asyncio

async def main():
    try:
        async with asyncio.timeout(1) as outer:
            try:
                async with asyncio.timeout(1) as inner:
                    await asyncio.sleep(5)
            except TimeoutError:
                print("inner caught", inner.expired(), outer.expired(), asyncio.current_task().cancelling())
                await asyncio.sleep(0)
                print("never")
    except TimeoutError:
        print("outer caught", inner.expired(), outer.expired(), asyncio.current_task().cancelling())

asyncio.run(main())
