import asyncio

LETTERS = 7
stamped = []


async def stamp(letter):
    await asyncio.sleep(3 if letter == 1 else 1)  # 1 is a parcel
    stamped.append(letter)
    print(f"📮 {letter} stamped")



async def main():
    counters = asyncio.Semaphore(3)

    async def at_a_counter(letter):
        async with counters:
            await stamp(letter)

    async with asyncio.TaskGroup() as office:
        for letter in range(1, LETTERS + 1):
            office.create_task(at_a_counter(letter))
    print("🚪 closed")


asyncio.run(main())
