import asyncio
import time

import requests

DISHES = ["soup", "salad", "cake"]


async def serve(dish):
    print(f"📝 {dish} ordered")
    requests.get(f"https://kitchen.example/{dish}")
    print(f"🍽️ {dish} served")


async def main():
    start = time.perf_counter()
    await asyncio.gather(*[serve(dish) for dish in DISHES])
    print(f"⏱️ {time.perf_counter() - start:.1f} s")


asyncio.run(main())
