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
    await asyncio.gather(
        climb("Ana", 4), climb("Bob", 2), climb("Cem", 6),
        return_exceptions=True)
    print("📻 rescue is called")
    print("🏠 everybody is down")


asyncio.run(main())
