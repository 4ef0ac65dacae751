import asyncio

slices = 0


async def eat(name, buffet):
    global slices
    async with buffet:
        await buffet.wait_for(lambda: slices > 0)
        slices -= 1
        print(f"😋 {name} takes one, {slices} left")


async def cook(buffet):
    global slices
    for _ in range(2):
        await asyncio.sleep(1)
        async with buffet:
            slices += 2
            print("🍕 two slices on the buffet")
            buffet.notify_all()


async def main():
    buffet = asyncio.Condition()
    await asyncio.gather(*[eat(n, buffet) for n in ("Ana", "Bob", "Cem")],
                         cook(buffet))


asyncio.run(main())
