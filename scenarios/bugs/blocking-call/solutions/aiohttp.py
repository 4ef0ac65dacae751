import asyncio
import aiohttp


async def clock():
    for second in range(4):
        print(f"🕐 {second}")
        await asyncio.sleep(1)


async def ask(city):
    url = f"https://weather.example/{city}"
    async with aiohttp.ClientSession() as session:
        async with session.get(url) as answer:
            print(f"🌦️ {city}: {answer.status}")


async def main():
    await asyncio.gather(clock(), ask("Oslo"), ask("Rome"))


asyncio.run(main())
