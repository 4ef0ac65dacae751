import asyncio
import time

async def train(city, minutes):
    await asyncio.sleep(minutes * 60)
    print(f"{time.strftime('%X')} arrival from {city}")

async def station():
    print(f"{time.strftime('%H:%M:%S')} the station opens")
    late = asyncio.create_task(train("Lyon", 12))
    early = asyncio.create_task(train("Ghent", 3.5))
    await late
    await early
    print(f"{time.strftime('%X')} the station closes")

asyncio.run(station())
