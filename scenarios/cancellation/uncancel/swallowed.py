import asyncio


async def deaf():
    try:
        await asyncio.sleep(5)
    except asyncio.CancelledError:
        print("🙉 no raise here")
    await asyncio.sleep(2)
    print("🐌 done at last")


async def main():
    loop = asyncio.get_running_loop()
    async with asyncio.timeout(1) as limit:
        await deaf()
    print(f"🏁 {loop.time():.1f} s, expired: {limit.expired()}")


asyncio.run(main())
