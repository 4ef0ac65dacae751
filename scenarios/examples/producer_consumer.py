import asyncio


async def baker(counter):
    for number in range(1, 9):
        await asyncio.sleep(0.5)
        await counter.put(f"🥐 {number}")
        print(f"👩‍🍳 roll {number} out, {counter.qsize()} on the counter")
    counter.shutdown()
    print("🧹 the baker goes home")


async def customer(name, counter):
    try:
        while True:
            roll = await counter.get()
            print(f"😋 {name} eats {roll}")
            await asyncio.sleep(2)
    except asyncio.QueueShutDown:
        print(f"👋 {name} has had enough")


async def main():
    counter = asyncio.Queue(maxsize=3)
    async with asyncio.TaskGroup() as shop:
        shop.create_task(baker(counter), name="baker")
        shop.create_task(customer("Ana", counter), name="Ana")
        shop.create_task(customer("Bob", counter), name="Bob")


asyncio.run(main())
