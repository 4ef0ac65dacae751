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
    team = [asyncio.create_task(climb(name, hours), name=name)
            for name, hours in (("Ana", 4), ("Bob", 2), ("Cem", 6))]
    try:
        await asyncio.gather(*team)
    except RuntimeError:
        print("📻 rescue is called")
        for climber in team:
            climber.cancel()
        await asyncio.gather(*team, return_exceptions=True)
    print("🏠 everybody is down")


asyncio.run(main())
