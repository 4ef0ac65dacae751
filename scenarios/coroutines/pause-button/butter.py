import asyncio


async def butter():
    print("🧈 butter is there")  # no await in here


async def radio():
    print("📻 the radio plays")


async def main():
    music = asyncio.create_task(radio(), name="radio")
    print("🥣 main lays the table")
    await butter()
    print("🥄 main goes on")
    await music


asyncio.run(main())
