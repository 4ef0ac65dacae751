import asyncio

LETTERS = 7
stamped = []


async def stamp(letter):
    await asyncio.sleep(3 if letter == 1 else 1)  # 1 is a parcel
    stamped.append(letter)
    print(f"📮 {letter} stamped")



async def clerk(line):
    while True:
        await stamp(await line.get())  # and task_done()?


async def main():
    line = asyncio.Queue()
    for letter in range(1, LETTERS + 1):
        line.put_nowait(letter)
    clerks = [asyncio.create_task(clerk(line)) for _ in range(3)]
    await line.join()
    print("🚪 closed")


asyncio.run(main())
