import asyncio


async def save(note):
    await asyncio.sleep(2)
    print(f"💾 {note} saved")


async def main():
    for note in ("milk", "bread"):
        print(f"📝 {note} noted")
        await save(note)
    print("👋 bye")


asyncio.run(main())
