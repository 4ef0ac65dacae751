import asyncio
import random

async def worker(n):
    delay = random.uniform(0.5, 2)
    await asyncio.sleep(delay)
    print(f"{n} after {delay:.3f}, lucky number {random.randint(1, 100)}")

async def main():
    await asyncio.gather(*(worker(n) for n in range(5)))
    print(f"{asyncio.get_running_loop().time():.6f}")

asyncio.run(main())
