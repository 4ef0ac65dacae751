import asyncio


async def grow(name, days):
    try:
        print(f"🌰 {name} planted")
        await asyncio.sleep(days)
        if name == "tulip":
            raise RuntimeError("frost")
        return "🌸"
    finally:
        print(f"🧹 {name}: bed tidied")


def state(plant):
    if not plant.done():
        return "🌱 pending"
    if plant.cancelled():
        return "🥀 cancelled"
    return f"❄️ {plant.exception()}" if plant.exception() else "🌸 finished"


async def main():
    seeds = {"rose": 1, "tulip": 1, "orchid": 5, "cactus": 7, "fern": 1}
    plants = {n: asyncio.create_task(grow(n, d), name=n)
              for n, d in seeds.items()}
    plants["fern"].cancel()
    await asyncio.sleep(2)
    plants["orchid"].cancel()
    await asyncio.sleep(2)
    for name, plant in plants.items():
        print(f"{name:>7}: {state(plant)}")


asyncio.run(main())
