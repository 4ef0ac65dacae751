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
    done, pending = await asyncio.wait(
        team, return_when=asyncio.FIRST_EXCEPTION)
    for climber in pending:
        climber.cancel()
    if pending:
        await asyncio.wait(pending)
    if any(climber.exception() for climber in done):
        print("📻 rescue is called")
    print("🏠 everybody is down")


asyncio.run(main())
