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
            for name, hours in (("Ana", 4), ("Bob", 2), ("Cem", 6)):
                rope.create_task(climb(name, hours), name=name)
    except ExceptionGroup:
        print("📻 rescue is called")
    print("🏠 everybody is down")


asyncio.run(main())
