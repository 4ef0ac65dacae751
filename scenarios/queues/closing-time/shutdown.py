import asyncio


async def clerk(name, desk):
    try:
        while True:
            letter = await desk.get()
            await asyncio.sleep(1)
            print(f"✅ {name}: letter {letter}")
    except asyncio.QueueShutDown:
        print(f"👋 {name} goes home")


async def main():
    desk = asyncio.Queue()
    async with asyncio.TaskGroup() as office:
        for name in ("Ana", "Bob"):
            office.create_task(clerk(name, desk), name=name)
        for letter in range(1, 6):
            await desk.put(letter)
        desk.shutdown()
        print("🚪 the door is locked")


asyncio.run(main())
