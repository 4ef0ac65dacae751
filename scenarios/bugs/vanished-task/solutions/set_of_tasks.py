import asyncio


async def save(note):
    await asyncio.sleep(2)
    print(f"💾 {note} saved")


async def main():
    background = set()
    for note in ("milk", "bread"):
        print(f"📝 {note} noted")
        task = asyncio.create_task(save(note), name=note)
        background.add(task)
        task.add_done_callback(background.discard)
    while background:
        await asyncio.wait(background)
    print("👋 bye")


asyncio.run(main())
