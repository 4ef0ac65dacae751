import asyncio


async def baker(counter):
    for number in range(1, 7):
        await asyncio.sleep(0.5)
        await counter.put(number)
        print(f"👩‍🍳 roll {number} out, {counter.qsize()} on the counter")
    print("🧹 the baker is done")


async def customer(counter):
    for _ in range(6):
        await counter.get()
        await asyncio.sleep(2)  # eats it


async def main():
    counter = asyncio.Queue(maxsize=2)
    await asyncio.gather(baker(counter), customer(counter))


asyncio.run(main())
