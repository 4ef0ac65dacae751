import asyncio


async def greet():
    print("👋")


async def main():
    print("main does something else")


kept = greet()
print("kept in a variable:", type(kept).__name__)
asyncio.run(main())
print("the program ends")
