import asyncio


async def climb(name, hours):
    try:
        print(f"🧗 {name} sets out")
        await asyncio.sleep(hours)
        if name == "Bob":
            raise RuntimeError("Bob slips")
        print(f"🏔️ {name} is up")
    except asyncio.CancelledError:
        print(f"↩️ {name} turns back")
        raise


async def main():
    try:
        async with asyncio.TaskGroup() as rope:
            rope.create_task(climb("Ana", 4), name="Ana")
            rope.create_task(climb("Bob", 2), name="Bob")
            rope.create_task(climb("Cem", 6), name="Cem")
    except* RuntimeError:
        print("📻 rescue is called")
    print("🏠 everybody is down")


asyncio.run(main())
