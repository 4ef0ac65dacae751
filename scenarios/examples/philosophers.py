import asyncio


async def philosopher(name, left, right):
    print(f"🤔 {name} thinks")
    await asyncio.sleep(1)
    async with left:
        print(f"🍴 {name} has the left fork")
        await asyncio.sleep(1)
        async with right:
            print(f"🍝 {name} eats")
            await asyncio.sleep(1)


async def main():
    forks = [asyncio.Lock() for _ in range(3)]
    async with asyncio.TaskGroup() as table:
        for i, name in enumerate(("Plato", "Hypatia", "Laozi")):
            table.create_task(
                philosopher(name, forks[i], forks[(i + 1) % 3]), name=name)


asyncio.run(main())
