import asyncio


async def cook():
    for step in range(1, 6):
        print(f"🍳 step {step}")
        await asyncio.sleep(1)


async def main():
    cooking = asyncio.create_task(cook())
    for second in (1, 2, 3):
        await asyncio.sleep(1)
        print(f"👀 {second} s")
    cooking.cancel()
    await asyncio.wait([cooking])


asyncio.run(main())
