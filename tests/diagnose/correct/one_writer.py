import asyncio

temperature = 20


async def heater():
    global temperature
    for _ in range(3):
        now = temperature
        await asyncio.sleep(1)
        temperature = now + 1


async def display():
    for _ in range(4):
        print(temperature)
        await asyncio.sleep(1)


async def main():
    await asyncio.gather(heater(), display())


asyncio.run(main())
