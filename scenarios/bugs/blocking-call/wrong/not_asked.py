import asyncio


async def clock():
    for second in range(4):
        print(f"🕐 {second}")
        await asyncio.sleep(1)


async def ask(city):
    url = f"https://weather.example/{city}"
    await asyncio.sleep(2)
    print(f"🌦️ {city}: sunny")


async def main():
    await asyncio.gather(clock(), ask("Oslo"), ask("Rome"))


asyncio.run(main())
