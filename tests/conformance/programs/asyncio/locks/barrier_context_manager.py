import asyncio

async def phase(name, barrier):
    for i in range(2):
        await asyncio.sleep(0.1)
        async with barrier as position:
            if position == 0:
                print("phase", i, "leader", name)
        print(name, i)

async def main():
    barrier = asyncio.Barrier(2)
    await asyncio.gather(phase("a", barrier), phase("b", barrier))

asyncio.run(main())
