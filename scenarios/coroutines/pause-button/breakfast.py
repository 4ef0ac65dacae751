import asyncio
import time


async def prepare(what, seconds):
    print(f"🔌 {what} on")
    await asyncio.sleep(seconds)
    print(f"🔔 {what} ready")
    return what


async def main():
    start = time.perf_counter()
    coffee = asyncio.create_task(prepare("☕ coffee", 2), name="coffee")
    toast = asyncio.create_task(prepare("🍞 toast", 1), name="toast")
    print("🥣 on the table:", await coffee, "and", await toast)
    print(f"⏱️ {time.perf_counter() - start:.1f} s")


asyncio.run(main())
