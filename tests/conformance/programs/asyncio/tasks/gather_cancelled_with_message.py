import asyncio

async def main():
    loop = asyncio.get_running_loop()
    for options in ({}, {"return_exceptions": True}):
        outer = asyncio.gather(asyncio.sleep(5), asyncio.sleep(1), **options)
        loop.call_later(0.5, outer.cancel, "enough")
        try:
            print(await outer)
        except asyncio.CancelledError as e:
            print(repr(e), outer.cancelled(), outer.done())
    outer = asyncio.shield(asyncio.sleep(1))
    loop.call_later(0.5, outer.cancel, "no shield")
    try:
        await outer
    except asyncio.CancelledError as e:
        print(repr(e), outer.cancelled())

asyncio.run(main())
