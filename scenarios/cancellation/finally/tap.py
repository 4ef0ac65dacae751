import asyncio


async def run_water():
    try:
        for _ in range(5):
            try:
                print("🚿 water runs")
                await asyncio.sleep(1)
            except Exception:
                print("🙈 a leak, never mind")
    finally:
        print("🔧 tap turned off")


async def main():
    water = asyncio.create_task(run_water(), name="water")
    await asyncio.sleep(2.5)
    print("🚨 alarm")
    water.cancel()
    await asyncio.wait([water])
    print("🏁 cancelled:", water.cancelled())


asyncio.run(main())
