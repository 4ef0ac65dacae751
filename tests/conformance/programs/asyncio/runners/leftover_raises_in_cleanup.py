import asyncio

async def bg():
    try:
        await asyncio.sleep(100)
    finally:
        raise ValueError("broken clean-up")

async def main():
    asyncio.create_task(bg(), name="bg")
    await asyncio.sleep(1)
    print("main over")

asyncio.run(main())
print("program goes on")
