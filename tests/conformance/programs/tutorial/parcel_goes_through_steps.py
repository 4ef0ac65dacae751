import asyncio
import random
import time

async def weigh(parcel: str) -> float:
    await asyncio.sleep(random.randrange(1, 4))
    grams = round(random.uniform(100, 900), 1)
    print(f"{parcel} weighs {grams} g")
    return grams

async def stamp(parcel: str, grams: float) -> str:
    await asyncio.sleep(random.randrange(1, 4))
    return f"{parcel} ({'large' if grams > 500 else 'small'})"

async def send(parcel: str) -> None:
    start = time.perf_counter()
    label = await stamp(parcel, await weigh(parcel))
    print(f"{label} left after {time.perf_counter() - start:0.1f} s")

async def office(*parcels):
    await asyncio.gather(*(send(p) for p in parcels))

random.seed(12)
begin = time.perf_counter()
asyncio.run(office("box", "tube", "bag"))
print(f"office closed after {time.perf_counter() - begin:0.2f} s")
