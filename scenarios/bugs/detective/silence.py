import asyncio


async def backup():
    await asyncio.sleep(1)
    raise OSError("the disk is full")


async def main():
    saving = asyncio.create_task(backup(), name="backup")
    for hour in (1, 2, 3):
        await asyncio.sleep(1)
        print(f"🕐 hour {hour}: all quiet")
    print("🏁 saved, I suppose")


asyncio.run(main())
