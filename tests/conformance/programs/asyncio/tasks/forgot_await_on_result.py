import asyncio

async def price():
    return 3

async def main():
    try:
        total = price() + price()
    except TypeError as e:
        print(e)
    try:
        for x in price():
            pass
    except TypeError as e:
        print(e)
    if price():
        print("a coroutine is always true")
    print(type(price()).__name__)

asyncio.run(main())
