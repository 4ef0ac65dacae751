import asyncio


async def steak():
    await asyncio.sleep(5)
    print("🥩 ready, for nobody")


async def main():
    try:
        await asyncio.wait_for(steak(), 3)
    except TimeoutError:
        print("⌛ the guest has left")
    await asyncio.sleep(5)
    print("🍳 the stove is off")


asyncio.run(main())
