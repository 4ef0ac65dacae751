import asyncio


async def work():
    try:
        await asyncio.sleep(9)
    finally:
        print("🧹 tidying up")
        await asyncio.sleep(2)


async def main():
    loop = asyncio.get_running_loop()
    try:
        await asyncio.wait_for(work(), 1)
    except TimeoutError:
        print(f"⌛ TimeoutError at {loop.time():.1f}")


asyncio.run(main())
