import asyncio

counter = 0


async def count():
    global counter
    old = counter
    await asyncio.sleep(0.1)
    counter = old + 1


async def main():
    await asyncio.gather(count(), count(), count())
    print(counter)


asyncio.run(main())
