import asyncio

LETTERS = 7
stamped = []


async def stamp(letter):
    await asyncio.sleep(3 if letter == 1 else 1)  # 1 is a parcel
    stamped.append(letter)
    print(f"📮 {letter} stamped")



async def clerk(line):
    while (letter := await line.get()) is not None:
        await stamp(letter)


async def main():
    line = asyncio.Queue(maxsize=3)
    clerks = [asyncio.create_task(clerk(line)) for _ in range(3)]
    for letter in range(1, LETTERS + 1):
        await line.put(letter)
    for _ in clerks:
        await line.put(None)
    await asyncio.gather(*clerks)
    print("🚪 closed")


asyncio.run(main())
