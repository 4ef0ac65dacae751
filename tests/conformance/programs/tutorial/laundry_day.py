import asyncio
from datetime import datetime

class Load(list):
    def __str__(self):
        return "+".join(self)

def say(text):
    print(f"{datetime.now():%H:%M} {text}")

async def wash(load: Load) -> Load:
    say(f"washing {load}")
    await asyncio.sleep(45 * 60)
    return load

async def dry(load: Load) -> Load:
    await asyncio.sleep(30 * 60)
    say(f"{load} is dry")
    return load

async def do(load: Load, machine: asyncio.Lock) -> int:
    async with machine:
        wet = await wash(load)
    return len(await dry(wet))

async def main() -> None:
    machine = asyncio.Lock()
    loads = [Load(["socks", "shirts"]), Load(["towels"]), Load(["jeans", "cap", "scarf"])]
    pieces = await asyncio.gather(*[do(load, machine) for load in loads])
    say(f"{sum(pieces)} pieces in {len(pieces)} loads")

asyncio.run(main())
