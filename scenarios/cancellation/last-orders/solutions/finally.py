import asyncio


async def pay(name):
    await asyncio.sleep(0.5)
    print(f"💶 {name} has paid")


async def drink(name):
    try:
        for glass in range(1, 6):
            print(f"🍺 {name}, glass {glass}")
            await asyncio.sleep(1)
    finally:
        await pay(name)


async def main():
    guests = [asyncio.create_task(drink(name), name=name)
              for name in ("Ana", "Bob")]
    await asyncio.sleep(2.2)
    print("🔔 last orders!")
    for guest in guests:
        guest.cancel()
    await asyncio.wait(guests)
    print("🚪 closed, left:", [guest.cancelled() for guest in guests])


asyncio.run(main())
