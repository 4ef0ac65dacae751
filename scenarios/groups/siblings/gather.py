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
        await asyncio.gather(
            climb("Ana", 2), climb("Bob", 1, slips=True), climb("Cem", 3))
    except RuntimeError as error:
        print("📻", error)
    await asyncio.sleep(3)  # the mountain does not stop


asyncio.run(main())
