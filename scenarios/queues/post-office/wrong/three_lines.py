import asyncio

LETTERS = 7
stamped = []


async def stamp(letter):
    await asyncio.sleep(3 if letter == 1 else 1)  # 1 is a parcel
    stamped.append(letter)
    print(f"📮 {letter} stamped")



async def clerk(letters):
    for letter in letters:
        await stamp(letter)


async def main():
    letters = range(1, LETTERS + 1)
    await asyncio.gather(*[clerk(letters[n::3]) for n in range(3)])
    print("🚪 closed")


asyncio.run(main())
