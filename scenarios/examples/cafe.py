import asyncio


async def barista(name, orders):
    while True:
        guest, coffee = await orders.get()
        print(f"☕ {name} makes coffee for {guest}")
        await asyncio.sleep(2)
        coffee.set()


async def guest(name, arrives, patience, orders):
    await asyncio.sleep(arrives)
    print(f"🚪 {name} comes in")
    coffee = asyncio.Event()
    await orders.put((name, coffee))
    try:
        async with asyncio.timeout(patience):
            await coffee.wait()
        print(f"😋 {name} drinks")
        await asyncio.sleep(2.5)
        print(f"👋 {name} leaves happy")
    except TimeoutError:
        print(f"😤 {name} has waited long enough")


async def oven():
    for tray in (1, 2, 3):
        print(f"🥐 tray {tray} goes in")
        await asyncio.sleep(3)
        print(f"🔔 tray {tray} is done")


async def main():
    orders = asyncio.Queue()
    async with asyncio.TaskGroup() as cafe:
        team = [cafe.create_task(barista(name, orders), name=name)
                for name in ("Mia", "Noah")]
        baking = cafe.create_task(oven(), name="oven")
        guests = [cafe.create_task(guest(*who, orders), name=who[0])
                  for who in (("Ana", 0.5, 9), ("Bob", 1, 9),
                              ("Cem", 1.5, 1.3), ("Dora", 2, 9),
                              ("Eve", 5, 9))]
        await asyncio.wait([baking, *guests])
        for person in team:
            person.cancel()
    print("🌙 closed")


asyncio.run(main())
