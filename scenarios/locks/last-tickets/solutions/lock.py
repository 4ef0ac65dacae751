import asyncio

tickets = 2
desk = asyncio.Lock()


async def check_card(name):
    print(f"💳 {name}: card is checked")
    await asyncio.sleep(1)


async def buy(name):
    global tickets
    async with desk:
        if tickets > 0:
            await check_card(name)
            tickets -= 1
            print(f"🎟️ {name} has a ticket")
        else:
            print(f"😢 {name}: sold out")


async def main():
    await asyncio.gather(buy("Ana"), buy("Bob"), buy("Cem"), buy("Dan"))
    print("🏟️ tickets left:", tickets)


asyncio.run(main())
