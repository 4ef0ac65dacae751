import asyncio


async def baker(counter):
    for number in range(1, 5):
        await asyncio.sleep(1)
        print(f"👩‍🍳 roll {number} on the counter")
        await counter.put(f"🥐 {number}")


async def customer(name, counter):
    for _ in range(2):
        roll = await counter.get()
        print(f"😋 {name} takes {roll}")
        await asyncio.sleep(1.5)  # eats it


async def main():
    counter = asyncio.Queue()
    await asyncio.gather(
        baker(counter),
        customer("Ana", counter),
        customer("Bob", counter),
    )


asyncio.run(main())
