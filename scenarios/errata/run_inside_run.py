import asyncio


async def greet():
    print("👋 hello")


async def main():
    hello = greet()
    try:
        asyncio.run(hello)
    except RuntimeError as error:
        print("💥", error)
    await hello


asyncio.run(main())
