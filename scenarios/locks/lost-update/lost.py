import asyncio

bank = 0


async def save(child, coins):
    global bank
    seen = bank
    print(f"👀 {child} reads {seen}")
    await asyncio.sleep(1)  # fetches the coins
    bank = seen + coins
    print(f"✏️ {child} writes {bank}")


async def main():
    await asyncio.gather(save("Ana", 10), save("Bob", 10), save("Cem", 10))
    print(f"🐷 in the bank: {bank}")


asyncio.run(main())
