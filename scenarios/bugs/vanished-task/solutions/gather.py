import asyncio


async def save(note):
    await asyncio.sleep(2)
    print(f"💾 {note} saved")


async def main():
    saving = []
    for note in ("milk", "bread"):
        print(f"📝 {note} noted")
        saving.append(asyncio.create_task(save(note), name=note))
    await asyncio.gather(*saving)
    print("👋 bye")


asyncio.run(main())
