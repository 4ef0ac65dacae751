import asyncio


async def greet():
    print("👋 hello")
    await asyncio.sleep(1)
    print("🌍 world")


film = greet()
print(type(film))

asyncio.run(film)

forgotten = greet()
print("🔚 end of the program")
