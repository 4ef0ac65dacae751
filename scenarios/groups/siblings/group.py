import asyncio


async def climb(name, hours, slips=False):
    try:
        print(f"🧗 {name} sets out")
        await asyncio.sleep(hours)
        if slips:
            raise RuntimeError(f"{name} slips")
        print(f"🏔️ {name} is up")
    except asyncio.CancelledError:
        print(f"↩️ {name} turns back")
        raise


async def main():
    try:
        async with asyncio.TaskGroup() as rope:
            rope.create_task(climb("Ana", 2), name="Ana")
            rope.create_task(climb("Bob", 1, slips=True), name="Bob")
            rope.create_task(climb("Cem", 3), name="Cem")
    except ExceptionGroup as parcel:
        print("📻", *parcel.exceptions)


asyncio.run(main())
