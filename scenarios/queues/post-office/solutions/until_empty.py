import asyncio

LETTERS = 7
stamped = []


async def stamp(letter):
    await asyncio.sleep(3 if letter == 1 else 1)  # 1 is a parcel
    stamped.append(letter)
    print(f"📮 {letter} stamped")



async def clerk(line):
    while not line.empty():
        await stamp(line.get_nowait())


async def main():
    line = asyncio.Queue()
    for letter in range(1, LETTERS + 1):
        line.put_nowait(letter)
    await asyncio.gather(clerk(line), clerk(line), clerk(line))
    print("🚪 closed")


asyncio.run(main())
