import asyncio
import time


async def pasta():
    print("🍝 pasta: water on")
    await asyncio.sleep(2)
    print("🍝 pasta: into the water")
    await asyncio.sleep(3)
    print("🍝 pasta is ready")


async def salad():
    print("🥗 salad: washing")
    await asyncio.sleep(1)
    print("🥗 salad: dressing")
    await asyncio.sleep(1)
    print("🥗 salad is ready")


async def main():
    start = time.perf_counter()
    pasta_task = asyncio.create_task(pasta(), name="pasta")
    salad_task = asyncio.create_task(salad(), name="salad")
    await salad_task
    await pasta_task
    print(f"🍽️ dinner after {time.perf_counter() - start:.1f} s")


asyncio.run(main())
