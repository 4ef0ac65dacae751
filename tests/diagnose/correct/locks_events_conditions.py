import asyncio


async def waiter(condition, items):
    async with condition:
        await condition.wait_for(lambda: items)
        return items.pop()


async def main():
    condition, items, door = asyncio.Condition(), [], asyncio.Event()
    tasks = [asyncio.create_task(waiter(condition, items)) for _ in range(2)]
    guests = [asyncio.create_task(door.wait()) for _ in range(3)]
    await asyncio.sleep(1)
    async with condition:
        items += [1, 2]
        condition.notify_all()
    door.set()
    print(await asyncio.gather(*tasks, *guests))
    barrier = asyncio.Barrier(2)
    await asyncio.gather(barrier.wait(), barrier.wait())
    async with asyncio.Semaphore(1):
        await asyncio.sleep(2)


asyncio.run(main())
