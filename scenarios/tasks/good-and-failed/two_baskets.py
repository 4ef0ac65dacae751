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
    outcomes = await asyncio.gather(*plants, return_exceptions=True)

    good = [o for o in outcomes if not isinstance(o, BaseException)]
    failed = [o for o in outcomes if isinstance(o, BaseException)]
    print("💐", good)
    print("🗑️", failed)


asyncio.run(main())
