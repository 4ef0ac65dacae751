import asyncio


async def greet(name):
    print(f"👋 Hello, {name}!")


alice = greet("Alice")
print("alice is a", type(alice).__name__)

asyncio.run(greet("Bob"))

greet("Charlie")

print("🔚 end of the program")
