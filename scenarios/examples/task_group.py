import asyncio


async def climb(name, hours, slips=False):
    try:
        for hour in range(1, hours + 1):
            await asyncio.sleep(1)
            if slips and hour == 3:
                raise RuntimeError(f"{name} slips in hour {hour}")
            print(f"🧗 {name}, hour {hour}")
        print(f"🏔️ {name} is up")
    except asyncio.CancelledError:
        print(f"↩️ {name} turns back")
        await asyncio.sleep(1)
        print(f"🏠 {name} is down")
        raise


async def main():
    try:
        async with asyncio.TaskGroup() as rope:
            rope.create_task(climb("Ana", 6), name="Ana")
            rope.create_task(climb("Bob", 5, slips=True), name="Bob")
            rope.create_task(climb("Cem", 2), name="Cem")
    except* RuntimeError as parcel:
        print("📻", *parcel.exceptions)


asyncio.run(main())
