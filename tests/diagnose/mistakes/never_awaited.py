import asyncio


async def greet(name):
    print(f"hello {name}")


async def main():
    greet("Ada")
    later = greet("Bob")
    await greet("Cem")


asyncio.run(main())
