import asyncio


async def cook():
    for step in range(1, 6):
        print(f"🍳 step {step}")
        await asyncio.sleep(1)


async def main():
    cooking = asyncio.create_task(cook(), name="cooking")
    for second in (1, 2, 3):
        await asyncio.sleep(1)
        print(f"👀 {second} s, done: {cooking.done()}")

    cooking.cancel()
    print("✋ cancel() called, cancelled:", cooking.cancelled())
    try:
        await cooking
    except asyncio.CancelledError:
        print("🧯 it has ended, cancelled:", cooking.cancelled())


asyncio.run(main())
