import asyncio

LETTERS = 7
stamped = []


async def stamp(letter):
    await asyncio.sleep(3 if letter == 1 else 1)  # 1 is a parcel
    stamped.append(letter)
    print(f"📮 {letter} stamped")



async def main():
    letters = list(range(1, LETTERS + 1))
    while letters:
        three, letters = letters[:3], letters[3:]
        await asyncio.gather(*[stamp(n) for n in three])
    print("🚪 closed")


asyncio.run(main())
