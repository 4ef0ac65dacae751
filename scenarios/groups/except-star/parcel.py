import asyncio


async def check(what, hours, error=None):
    await asyncio.sleep(hours)
    if error:
        raise error
    print(f"✅ {what}")


async def main():
    try:
        async with asyncio.TaskGroup() as checks:
            checks.create_task(check("boots", 0.5))
            checks.create_task(check("rope", 1, ValueError("too short")))
            checks.create_task(check("radio", 1, OSError("no signal")))
            checks.create_task(check("weather", 2))
    except* ValueError as letters:
        print("📏 desk for sizes:", *letters.exceptions)
    except* OSError as letters:
        print("📻 desk for devices:", *letters.exceptions)
    print("🏠 the tour is called off")


asyncio.run(main())
