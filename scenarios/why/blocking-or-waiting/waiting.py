import asyncio
import time

import aiohttp

DISHES = ["soup", "salad", "cake"]


async def serve(session, dish):
    print(f"📝 {dish} ordered")
    await session.get(f"https://kitchen.example/{dish}")
    print(f"🍽️ {dish} served")


async def main():
    start = time.perf_counter()
    async with aiohttp.ClientSession() as session:
        await asyncio.gather(*[serve(session, dish) for dish in DISHES])
    print(f"⏱️ {time.perf_counter() - start:.1f} s")


asyncio.run(main())
