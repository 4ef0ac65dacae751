import asyncio

async def step(name):
    print(name, 1)
    await asyncio.sleep(0)
    print(name, 2)

async def main():
    lazy = asyncio.create_task(step("lazy"))
    eager = asyncio.create_task(step("eager"), eager_start=True)
    print("main")
    await asyncio.gather(lazy, eager)

asyncio.run(main())
