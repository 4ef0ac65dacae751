import asyncio

counter = 0


async def count():
    global counter
    before = counter
    await asyncio.sleep(0.1)
    if counter != before:
        print("someone was faster")
    counter = counter + 1


async def compare_and_set():
    global counter
    while True:
        seen = counter
        await asyncio.sleep(0.1)
        if counter == seen:
            counter = seen + 10
            return


async def main():
    await asyncio.gather(count(), count(), count(), compare_and_set(), compare_and_set())
    print(counter)


asyncio.run(main())
