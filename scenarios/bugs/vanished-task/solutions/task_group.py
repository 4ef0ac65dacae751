import asyncio


async def save(note):
    await asyncio.sleep(2)
    print(f"💾 {note} saved")


async def main():
    async with asyncio.TaskGroup() as background:
        for note in ("milk", "bread"):
            print(f"📝 {note} noted")
            background.create_task(save(note), name=note)
    print("👋 bye")


asyncio.run(main())
