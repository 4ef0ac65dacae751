import asyncio


async def polite(name):
    for number in (1, 2, 3):
        print(f"🙂 {name}: sentence {number}")
        await asyncio.sleep(0)  # passes the microphone on


async def chatterbox(name):
    for number in (1, 2, 3):
        print(f"😤 {name}: sentence {number}")


async def main():
    await asyncio.gather(polite("Ana"), chatterbox("Bob"), polite("Cem"))


asyncio.run(main())
