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
        await asyncio.gather(
            climb("Ana", 4), climb("Bob", 2), climb("Cem", 6))
    except RuntimeError:
        print("📻 rescue is called")
    print("🏠 everybody is down")


asyncio.run(main())
