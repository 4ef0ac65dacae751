import asyncio

bank = 0


async def save(child, coins):
    global bank
    for _ in range(2):
        seen = bank
        await asyncio.sleep(0.5)  # another child may come in here
        bank = seen + coins
        print(f"🪙 {child}: {seen} + {coins} = {bank}")


async def main():
    async with asyncio.TaskGroup() as room:
        for child in ("Ana", "Bob", "Cem"):
            room.create_task(save(child, 5), name=child)
    print(f"🐷 {bank} in the bank, and 30 were saved")


asyncio.run(main())
