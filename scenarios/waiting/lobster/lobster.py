import asyncio


async def cook_lobster():
    try:
        print("🦞 into the pot")
        await asyncio.sleep(10)
        return "🦞 lobster"
    except asyncio.CancelledError:
        print("🧽 table wiped")
        raise


async def main():
    loop = asyncio.get_running_loop()
    try:
        print("🍽️", await asyncio.wait_for(cook_lobster(), 5))
    except TimeoutError:
        print(f"⏲️ given up at {loop.time():.1f}")


asyncio.run(main())
