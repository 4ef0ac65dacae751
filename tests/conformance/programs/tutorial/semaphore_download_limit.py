import asyncio

async def download(i, sem):
    async with sem:
        print(f"start {i}")
        await asyncio.sleep(1 + i % 3 * 0.5)
        print(f"done  {i}")
        return i * 10

async def main():
    sem = asyncio.Semaphore(3)
    results = await asyncio.gather(*[download(i, sem) for i in range(8)])
    print(results, f"{asyncio.get_running_loop().time()} s")

asyncio.run(main())
