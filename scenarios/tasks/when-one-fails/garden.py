import asyncio
import random

SEED = 3
RISK = 30  # percent


async def grow(flower, days):
    await asyncio.sleep(days)
    if random.random() < RISK / 100:
        print(f"🥀 {flower} withers")
        raise RuntimeError(f"{flower} has withered")
    print(f"🌸 {flower} blooms")
    return flower


async def main():
    random.seed(SEED)
    garden = {"rose": 2, "tulip": 1, "lily": 4, "aster": 3}
    plants = [asyncio.create_task(grow(f, d), name=f)
              for f, d in garden.items()]
    try:
        print("💐", await asyncio.gather(*plants))
    except RuntimeError as error:
        print("💔 gather raises:", error)

    await asyncio.sleep(5)
    print("✅ bloomed:", [p.get_name() for p in plants if not p.exception()])


asyncio.run(main())
