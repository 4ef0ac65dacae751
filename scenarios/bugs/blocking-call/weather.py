import asyncio
import requests


async def clock():
    for second in range(4):
        print(f"🕐 {second}")
        await asyncio.sleep(1)


async def ask(city):
    url = f"https://weather.example/{city}"
    answer = requests.get(url)
    print(f"🌦️ {city}: {answer.status_code}")


async def main():
    await asyncio.gather(clock(), ask("Oslo"), ask("Rome"))


asyncio.run(main())
