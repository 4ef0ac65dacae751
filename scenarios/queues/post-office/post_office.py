import asyncio

LETTERS = 7
stamped = []


async def stamp(letter):
    await asyncio.sleep(3 if letter == 1 else 1)  # 1 is a parcel
    stamped.append(letter)
    print(f"📮 {letter} stamped")


async def main():
    # One clerk does it all. Let three work from one line.
    for letter in range(1, LETTERS + 1):
        await stamp(letter)
    print("🚪 closed")


asyncio.run(main())
