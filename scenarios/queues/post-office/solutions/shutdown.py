import asyncio

LETTERS = 7
stamped = []


async def stamp(letter):
    await asyncio.sleep(3 if letter == 1 else 1)  # 1 is a parcel
    stamped.append(letter)
    print(f"📮 {letter} stamped")



async def clerk(line):
    try:
        while True:
            await stamp(await line.get())
    except asyncio.QueueShutDown:
        pass


async def main():
    line = asyncio.Queue()
    async with asyncio.TaskGroup() as office:
        for _ in range(3):
            office.create_task(clerk(line))
        for letter in range(1, LETTERS + 1):
            await line.put(letter)
        line.shutdown()
    print("🚪 closed")


asyncio.run(main())
