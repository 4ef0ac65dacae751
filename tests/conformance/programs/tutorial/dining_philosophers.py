import asyncio

async def philosopher(i, forks, meals):
    left, right = sorted((i, (i + 1) % len(forks)))
    for meal in range(meals):
        print(f"P{i} is thinking")
        await asyncio.sleep(0.5 + i * 0.1)
        async with forks[left], forks[right]:
            print(f"P{i} eats meal {meal + 1} at {asyncio.get_running_loop().time():.1f}")
            await asyncio.sleep(1)

async def main():
    forks = [asyncio.Lock() for _ in range(5)]
    await asyncio.gather(*(philosopher(i, forks, 2) for i in range(5)))
    print("everybody has eaten")

asyncio.run(main())
