import asyncio


async def run(name, start):
    print(f"🧍 {name} is ready")
    await start.wait()
    print(f"🏃 {name} runs")


async def main():
    start = asyncio.Event()
    async with asyncio.TaskGroup() as track:
        for name in ("Ana", "Bob", "Cem"):
            track.create_task(run(name, start), name=name)
        await asyncio.sleep(2)
        print("🔫 bang")
        start.set()


asyncio.run(main())
